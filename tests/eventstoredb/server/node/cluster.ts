import { randomUUID } from 'node:crypto';
import { type RecentIds, recentIds } from '../log/recent.ts';

/** A server among those that share a log. */
export interface Member {
  readonly id: string;
  readonly address: string;
  readonly port: number;
  readonly isAlive: boolean;
  readonly recent: RecentIds;
}

/** Servers that share a log, of which one leads. */
export interface Cluster {
  readonly members: readonly Member[];
  /** `null` where nobody leads who is alive: then nothing can be written. */
  readonly leader: Member | null;
  /** Takes a server in, in the place of one that was at its port. The first leads. */
  join(address: string, port: number): Member;
  leave(port: number): void;
  /** Makes a member the leader. */
  elect(port: number): void;
}

export function newCluster(): Cluster {
  let members: readonly Member[] = [];
  let leading: number | null = null;
  return {
    get members() {
      return members;
    },
    get leader() {
      return members.find(({ port, isAlive }) => isAlive && port === leading) ?? null;
    },
    join(address, port) {
      const member: Member = { id: randomUUID(), address, port, isAlive: true, recent: recentIds() };
      members = [...members.filter((other) => other.port !== port), member];
      leading ??= port;
      return member;
    },
    leave(port) {
      members = members.map((member) => (member.port === port ? { ...member, isAlive: false } : member));
    },
    elect(port) {
      leading = port;
    },
  };
}
