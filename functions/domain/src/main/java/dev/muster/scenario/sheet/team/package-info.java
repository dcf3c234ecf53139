/** Teams as lists of people in spreadsheets, read and written. */
package dev.muster.scenario.sheet.team;
