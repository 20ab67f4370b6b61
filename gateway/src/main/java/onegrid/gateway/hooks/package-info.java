/**
 * Webhooks: a district system subscribes to events of its part of the district and gets them as signed CloudEvents, in
 * order per case, again and again until it answers, and once more from any point of the kept log.
 */
package onegrid.gateway.hooks;
