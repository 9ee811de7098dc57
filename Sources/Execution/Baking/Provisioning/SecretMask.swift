import Packer
package import Plan

/// Replaces secrets in lines that a build prints.
package struct SecretMask: Sendable {
  /// The secrets' lines, longest first, so that a secret inside another leaves nothing behind.
  private let secrets: [[UInt8]]

  package init(_ secrets: some Sequence<String>) {
    // A program may print a secret of several lines line by line.
    let lines = secrets.flatMap { $0.split(whereSeparator: \.isNewline) }.map { Array($0.utf8) }
    self.secrets = Set(lines.filter { !$0.isEmpty }).sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
  }

  /// All secrets of a plan.
  package init(of plan: BuildPlan) { self.init(plan.secrets) }

  package func masking(_ line: String) -> String {
    guard !secrets.isEmpty else { return line }
    var bytes = Array(line.utf8)
    for secret in secrets { bytes = Self.replacing(secret, in: bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func replacing(_ secret: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= secret.count else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == secret[0], bytes[index...].starts(with: secret) {
        result += Array("<sensitive>".utf8)
        index += secret.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
