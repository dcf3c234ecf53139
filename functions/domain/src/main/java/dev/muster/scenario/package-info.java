/** What is rehearsed: the plan, the scenario with its injects, the team, and recorded responses. Plain values. */
package dev.muster.scenario;
