import Glibc
import Host

/// Compares what a test made with a file of the repository; `OVENPROOF_GOLDEN=write` rewrites the file instead.
package enum Golden {
  package struct Difference: Error, CustomStringConvertible {
    package let description: String
  }

  /// Throws the first line that differs.
  package static func expect(_ text: String, at path: String) throws {
    if let mode = getenv("OVENPROOF_GOLDEN"), String(cString: mode) == "write" {
      guard let file = fopen(path, "w") else { throw Difference(description: "cannot write `\(path)`") }
      defer { fclose(file) }
      fputs(text, file)
      return
    }
    let files = Disk(workingDirectory: "/")
    guard files.status(path) != nil else {
      throw Difference(description: "`\(path)` is missing; `make golden` writes it. It would be:\n\(text)")
    }
    let wanted = String(decoding: try files.read(path, limit: 1 << 24), as: UTF8.self)
    guard wanted != text else { return }
    let expected = wanted.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(expected, actual).enumerated().first { $1.0 != $1.1 }?.offset ?? min(expected.count, actual.count)
    let pair = [expected, actual].map { line < $0.count ? String($0[line]) : "(the text has ended)" }
    throw Difference(
      description:
        "`\(path)`, line \(line + 1):\n  expected: \(pair[0])\n  actual:   \(pair[1])\nthe whole text:\n\(text)"
    )
  }
}
