/// How far the clocks of a place are from those of UTC.
package struct GoZone: Sendable, Hashable {
  /// Seconds to the east.
  package let offset: Int
  /// `UTC`; empty where the zone has no name.
  package let name: String

  package init(offset: Int, name: String = "") {
    self.offset = offset
    self.name = name
  }

  package static let utc = GoZone(offset: 0, name: "UTC")

  /// The offset as a mark of Go's layouts has it: `-07:00`, `Z0700`.
  func text(_ mark: String) -> String {
    if mark.hasPrefix("Z"), offset == 0 { return "Z" }
    let size = Int(offset.magnitude)
    let parts = [size / 3600, size / 60 % 60, size % 60].map { CalendarLayout.padded($0, 2) }
    let digits = mark.utf8.count { (0x30...0x39).contains($0) }
    return (offset < 0 ? "-" : "+")
      + parts.prefix(digits / 2).joined(separator: mark.contains(":") ? ":" : "")
  }
}
