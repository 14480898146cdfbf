/** Files of spreadsheets, read and written in one way (RFC 4180). */
package io.pomona.enrollment.csv;
