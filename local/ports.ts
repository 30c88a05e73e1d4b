import { createServer } from 'node:net';

/** A port that something else listens on. `variable` is the setting that moves ours. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  readonly port: number;
  readonly variable: string;
  constructor(port: number, variable: string) {
    super(
      `Port ${port} is already in use. Stop what listens there, or set ${variable} to a free port.`,
    );
    this.port = port;
    this.variable = variable;
  }
}

/** @throws {PortTakenError} when something listens on this port of 127.0.0.1. */
export async function requireFreePort(port: number, variable: string): Promise<void> {
  try {
    await listenBriefly(port);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new PortTakenError(port, variable);
    }
    throw error;
  }
}

/** A port nobody listens on just now, chosen by the operating system. */
export function freePort(): Promise<number> {
  return listenBriefly(0);
}

function listenBriefly(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}
