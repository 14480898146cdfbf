/** Apple's device enrollment API as this slice uses it. */
package io.pomona.abm.apple;
