/// How much of long lists a report for a terminal shows.
package enum TextDetail: Sendable {
  /// Of a list of places the first.
  case brief
  case full
}
