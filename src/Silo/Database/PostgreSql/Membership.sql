-- What Orleans' ADO.NET clustering asks of a database: a table OrleansQuery with a text for each of its questions. The names of the questions, of their parameters and of the columns
-- that they answer are Orleans'; the tables behind them are ours. Each question is one statement, so it is done whole or not at all.

CREATE TABLE OrleansQuery
(
    QueryKey text PRIMARY KEY,
    QueryText text NOT NULL
);

-- A row for each cluster. A node that changes the members raises the version that it has read; the second one finds another version and changes nothing.
CREATE TABLE cluster_versions
(
    deployment_id text PRIMARY KEY,
    version integer NOT NULL,
    changed_at timestamptz NOT NULL
);

-- A row for each start of each node.
CREATE TABLE cluster_members
(
    deployment_id text NOT NULL REFERENCES cluster_versions,
    address text NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    silo_name text NOT NULL,
    host_name text NOT NULL,
    status integer NOT NULL,
    proxy_port integer NULL,
    suspect_times text NULL,
    start_time timestamptz NOT NULL,
    i_am_alive_time timestamptz NOT NULL,
    PRIMARY KEY (deployment_id, address, port, generation)
);

INSERT INTO OrleansQuery VALUES
('InsertMembershipVersionKey', $$
WITH added AS (
    INSERT INTO cluster_versions VALUES (@DeploymentId, 0, now()) ON CONFLICT DO NOTHING RETURNING 1
)
SELECT count(*)::integer AS row_count FROM added;
$$),
('InsertMembershipKey', $$
WITH raised AS (
    UPDATE cluster_versions SET version = version + 1, changed_at = now()
    WHERE deployment_id = @DeploymentId AND version = @Version
        AND NOT EXISTS (SELECT 1 FROM cluster_members m WHERE m.deployment_id = @DeploymentId AND m.address = @Address AND m.port = @Port AND m.generation = @Generation)
    RETURNING deployment_id
), added AS (
    INSERT INTO cluster_members (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
    SELECT deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM raised
    RETURNING 1
)
SELECT count(*)::integer AS row_count FROM added;
$$),
('UpdateMembershipKey', $$
WITH raised AS (
    UPDATE cluster_versions SET version = version + 1, changed_at = now()
    WHERE deployment_id = @DeploymentId AND version = @Version
        AND EXISTS (SELECT 1 FROM cluster_members m WHERE m.deployment_id = @DeploymentId AND m.address = @Address AND m.port = @Port AND m.generation = @Generation)
    RETURNING deployment_id
), changed AS (
    UPDATE cluster_members m SET status = @Status, suspect_times = @SuspectTimes, i_am_alive_time = @IAmAliveTime
    FROM raised WHERE m.deployment_id = raised.deployment_id AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
    RETURNING 1
)
SELECT count(*)::integer AS row_count FROM changed;
$$),
('UpdateIAmAlivetimeKey', $$
UPDATE cluster_members SET i_am_alive_time = @IAmAliveTime
WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation;
$$),
-- The version comes even where there is no such member.
('MembershipReadRowKey', $$
SELECT v.deployment_id AS DeploymentId, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName, m.host_name AS HostName, m.status AS Status,
    m.proxy_port AS ProxyPort, m.suspect_times AS SuspectTimes, m.start_time AS StartTime, m.i_am_alive_time AS IAmAliveTime, v.version AS Version
FROM cluster_versions v
LEFT JOIN cluster_members m ON m.deployment_id = v.deployment_id AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
WHERE v.deployment_id = @DeploymentId;
$$),
('MembershipReadAllKey', $$
SELECT v.deployment_id AS DeploymentId, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName, m.host_name AS HostName, m.status AS Status,
    m.proxy_port AS ProxyPort, m.suspect_times AS SuspectTimes, m.start_time AS StartTime, m.i_am_alive_time AS IAmAliveTime, v.version AS Version
FROM cluster_versions v
LEFT JOIN cluster_members m ON m.deployment_id = v.deployment_id
WHERE v.deployment_id = @DeploymentId;
$$),
('DeleteMembershipTableEntriesKey', $$
WITH gone AS (DELETE FROM cluster_members WHERE deployment_id = @DeploymentId)
DELETE FROM cluster_versions WHERE deployment_id = @DeploymentId;
$$),
('GatewaysQueryKey', $$
SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation
FROM cluster_members WHERE deployment_id = @DeploymentId AND status = @Status AND proxy_port > 0;
$$),
-- 3 is active: a member that is only late stays.
('CleanupDefunctSiloEntriesKey', $$
DELETE FROM cluster_members WHERE deployment_id = @DeploymentId AND i_am_alive_time < @IAmAliveTime AND status <> 3;
$$);
