package import Source

/// `snapshots`: how results of steps are kept from one build to the next.
package struct SnapshotSettings: Sendable {
  /// How old a result may be that the network had a part in.
  package var maxAge: Located<TimeLimit>?
  /// Bytes that all of them together may take.
  package var size: Located<Int>?
}

/// A number of bytes as people write it: `10 GB`, `500MiB`.
enum ByteCount {
  static func bytes(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    let units = [
      "": 1, "B": 1, "kB": 1_000, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000, "TB": 1_000_000_000_000,
      "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40,
    ]
    guard let number = Int(digits), number <= 1_000_000_000_000_000, let factor = units[String(unit)] else {
      return nil
    }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: factor)
    return isTooLarge ? nil : bytes
  }
}

/// How old the results of the steps at a place may be: `max-age 7d at /provisioners/0`, in a template.
package struct MaxAgeDirective: Sendable, Hashable {
  package let limit: TimeLimit
  /// Nil for the whole file.
  package let place: Location?
}
