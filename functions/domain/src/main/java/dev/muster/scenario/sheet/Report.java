package dev.muster.scenario.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Collects what is to be said of a spreadsheet, in the order in which it is read. */
final class Report {

    private final List<Remark> remarks = new ArrayList<>();
    private int ofFile;

    void understood(CellPlace place, String message) {
        remarks.add(Remark.understood(place, message));
    }

    void assumed(CellPlace place, String message) {
        remarks.add(Remark.assumed(place, message));
    }

    void unused(CellPlace place, String message) {
        remarks.add(Remark.unused(place, message));
    }

    /** Takes the place of what was understood of a row before. */
    void understoodAfterAll(CellPlace row, String message) {
        remarks.replaceAll(remark ->
                remark.kind() == Remark.Kind.UNDERSTOOD && remark.place().equals(row)
                        ? Remark.understood(row, message)
                        : remark);
    }

    /** What reading the file said; of that, only what was refused concerns a row. */
    void startWith(List<Remark> ofTheFile) {
        remarks.addAll(ofTheFile);
        ofFile = remarks.size();
    }

    /** What was assumed or left in a row, in words, to stand beside its inject. */
    List<String> doubts(CellPlace row) {
        return IntStream.range(0, remarks.size())
                .filter(index -> index >= ofFile || remarks.get(index).kind() == Remark.Kind.UNUSED)
                .mapToObj(remarks::get)
                .filter(remark -> remark.kind() != Remark.Kind.UNDERSTOOD)
                .filter(remark -> remark.place().row() == row.row()
                        && remark.place().sheet().equals(row.sheet()))
                .map(remark -> (remark.kind() == Remark.Kind.ASSUMED ? "assumed: " : "not used: ") + remark.message())
                .toList();
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }
}
