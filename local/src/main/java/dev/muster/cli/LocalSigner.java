package dev.muster.cli;

import dev.muster.drill.Drill;
import dev.muster.local.LocalCloud;

final class LocalSigner {}
