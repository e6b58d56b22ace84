// A clock for a machine on which others work too.

/**
 * Tells the time since it was made, in ms. On a busy machine a program waits for others to run: then the processor's
 * time tells more than the clock, save where the work is too short for the system to count.
 */
export class Clock {
  cpu = process.cpuUsage();
  start = performance.now();

  /** By the clock alone. */
  passed() {
    return performance.now() - this.start;
  }

  /** The lesser of the clock's and the processor's. */
  time() {
    const passed = this.passed();
    const { user, system } = process.cpuUsage(this.cpu);
    return passed < 0.1 ? passed : Math.min(passed, (user + system) / 1000);
  }
}
