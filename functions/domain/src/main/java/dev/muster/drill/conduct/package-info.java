/**
 * The use cases of time: what is due in a drill is found, carried out and written down; trainers command the clock.
 *
 * <p>The rule: whatever happens later is a due item, written in the transaction of its cause. A queue only wakes somebody
 * up. Each class here may be called twice, late, or at the same time as another.
 */
package dev.muster.drill.conduct;
