/** Excel workbooks to and from the grid of {@code dev.muster.scenario.sheet}. What a sheet means is not known here. */
package dev.muster.excel;
