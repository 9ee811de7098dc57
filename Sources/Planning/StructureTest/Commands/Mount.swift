/// `SOURCE:DESTINATION[:OPTIONS]`.
struct Mount {
  let source: String
  let destination: String
  let isReadOnly: Bool

  /// nil for a volume, which no folder of the host backs.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, parts[0].hasPrefix("/"), parts[1].hasPrefix("/") else { return nil }
    source = parts[0]
    destination = parts[1]
    isReadOnly = parts.dropFirst(2).joined(separator: ",").split(separator: ",").contains("ro")
  }

  /// Where a volume is mounted, which no folder of the host backs; nil for all else.
  static func volume(in text: String) -> String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let isNamed = parts.count > 1 && !parts[0].hasPrefix("/")
    let destination = isNamed ? parts[1] : parts[0]
    return (isNamed || parts.count == 1) && destination.hasPrefix("/") ? destination : nil
  }
}
