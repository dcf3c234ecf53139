/**
 * Spreadsheets that trainers already have. First the grid, whatever file it came from: {@link
 * dev.muster.scenario.sheet.Workbook} of sheets of rows of typed cells, with remarks on what was assumed or could not be
 * used. CSV is read here; XLSX by the command line, whose library is too large for what people wait for.
 */
package dev.muster.scenario.sheet;
