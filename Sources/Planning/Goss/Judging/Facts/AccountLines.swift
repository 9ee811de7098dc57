import Expectation
import Source

/// The files of accounts as goss's own readers take them, which know neither comments nor lines of another length.
struct AccountLines {
  private static let limit = 1 << 24

  let image: ToldImage

  /// goss gives up at the first line that has not seven fields.
  func shell(of user: String) throws(Untold) -> GossFinding {
    for fields in try fields("/etc/passwd") {
      guard fields.count == 7 else { return .error("invalid entry in /etc/passwd") }
      if fields[0].isExactly(user) { return .value(.text(fields[6])) }
    }
    return .error("unknown user \(user)")
  }

  /// The groups of a user, one as often as it is listed.
  func groups(of user: String, primary: Int) throws(Untold) -> [String] {
    var names: [String] = []
    for fields in try fields("/etc/group") where fields.count == 4 {
      if Int(fields[2]) == primary {
        names.append(fields[0])
      } else {
        let members = fields[3].utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        names += members.filter { $0.elementsEqual(user.utf8) }.map { _ in fields[0] }
      }
    }
    return names.sorted { $0.isBefore($1) }
  }

  private func fields(_ path: String) throws(Untold) -> [[String]] {
    var bytes = try image.read(path, limit: Self.limit) ?? []
    if bytes.last == 0x0A { bytes.removeLast() }
    if bytes.isEmpty { return [] }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let line = line.last == 0x0D ? line.dropLast() : line
      return line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
