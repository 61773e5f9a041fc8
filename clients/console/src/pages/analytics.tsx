import { Link } from 'react-router';
import { useFilters } from '../parts/filters';
import { SelectField } from '../parts/forms';
import { Page } from '../parts/page';
import { Empty } from '../parts/states';
import { useSession } from '../session';
import { analytics as texts } from '../texts/analytics';
import { common } from '../texts/common';
import type { Period } from './analytics-series';
import { PerformanceTab, SecurityTab } from './analytics-server';
import { OverviewTab, ToolsTab, UsersTab } from './analytics-use';
import './analytics.css';

const tabs = { overview: OverviewTab, users: UsersTab, tools: ToolsTab, performance: PerformanceTab, security: SecurityTab };

type TabName = keyof typeof tabs;

export function AnalyticsPage() {
  const { isOrganizationAdmin } = useSession();
  const [filters, change] = useFilters<'period' | 'tab'>();
  const period = filters.period !== undefined && filters.period in texts.periods ? (filters.period as Period) : '7d';
  const tab = filters.tab !== undefined && filters.tab in tabs ? (filters.tab as TabName) : 'overview';
  const Tab = tabs[tab];
  if (!isOrganizationAdmin)
    return (
      <Page title={texts.title}>
        <Empty title={common.forbiddenTitle}>
          <p>{texts.refused}</p>
        </Empty>
      </Page>
    );
  return (
    <Page title={texts.title} intro={texts.intro}>
      <div className="analytics-bar">
        <nav className="tabs" aria-label={texts.tabsLabel}>
          {(Object.keys(tabs) as TabName[]).map((name) => (
            <Link key={name} to={`/analytics?${new URLSearchParams({ tab: name, period })}`} aria-current={name === tab ? 'page' : undefined}>
              {texts.tabs[name]}
            </Link>
          ))}
        </nav>
        <SelectField label={texts.period} value={period} onChange={(chosen) => change({ period: chosen })} options={Object.entries(texts.periods).map(([value, label]) => ({ value, label }))} />
      </div>
      <Tab key={tab} period={period} />
    </Page>
  );
}
