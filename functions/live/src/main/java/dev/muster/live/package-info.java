/** The handlers that people wait for: tick, inject, trainer, responder, leader. */
package dev.muster.live;
