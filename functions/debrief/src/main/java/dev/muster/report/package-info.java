/** After-action report, improvement plan, readiness, PDF. */
package dev.muster.report;
