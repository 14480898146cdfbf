/** Whether a Mac that says it comes from ABM may come in, and what it is given. */
package io.pomona.abm.admission;
