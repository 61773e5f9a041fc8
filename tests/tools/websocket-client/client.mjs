// Opens the socket of events and prints what comes, a line of JSON each. Ends when its standard input closes.
// Usage: node client.mjs <ws://host:port/api/ws> <access token>
import WebSocket from 'ws';

const [url, token] = process.argv.slice(2);
const print = (line) => process.stdout.write(JSON.stringify(line) + '\n');

const socket = new WebSocket(url, ['modulex', `bearer.${token}`]);
socket.on('open', () => print({ type: 'open', protocol: socket.protocol }));
socket.on('message', (data) => print(JSON.parse(data.toString())));
socket.on('close', (code, reason) => print({ type: 'close', code, reason: reason.toString() }));
socket.on('error', (error) => print({ type: 'failed', message: error.message }));

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
