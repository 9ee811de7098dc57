import Expectation
import Source

/// The report that container-structure-test prints for people, byte for byte.
struct StructureTestText {
  private static let escape = "\u{1B}["

  private let run: StructureTestRun
  private let isColored: Bool

  init(_ record: RunRecord, colored: Bool) {
    run = StructureTestRun(record)
    isColored = colored
  }

  var bytes: [UInt8] {
    let banners = run.files.map(banner).joined()
    guard !run.results.isEmpty else {
      return Array((banners + "No tests run! Check config file format.\n").utf8)
    }
    return Array((banners + run.results.map(text).joined() + summary).utf8)
  }

  /// The colours that the original has.
  private enum Tone: String {
    case plain = "0"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case purple = "35"
    case cyan = "36"
    case lightRed = "91"
    case lightGreen = "92"
  }

  /// A text whose line ends inside its colour.
  private func paint(_ tone: Tone, _ text: String) -> String {
    isColored ? "\(Self.escape)\(tone.rawValue)m\(text)\(Self.escape)0m" : text
  }

  private func line(_ tone: Tone, _ text: String) -> String { paint(tone, text) + "\n" }

  private static func title(_ file: String) -> String { "====== Test file: \(file) ======" }

  private func banner(_ file: String) -> String {
    let title = Self.title(file)
    let rule = String(repeating: "=", count: title.utf8.count)
    return line(.purple, "\n" + rule) + line(.purple, title) + line(.purple, rule)
  }

  private func text(_ result: StructureTestResult) -> String {
    var text = paint(.plain, "=== RUN: \(result.name)\n")
    text += result.errors.isEmpty ? line(.green, "--- PASS") : line(.red, "--- FAIL")
    text += paint(.plain, "duration: \(GoDuration(nanoseconds: result.duration).text)\n")
    for (name, bytes) in [("stdout", result.output), ("stderr", result.error)] where !bytes.isEmpty {
      text += paint(.blue, "\(name): \(String(decoding: bytes, as: UTF8.self))\n")
    }
    return text + result.errors.map { paint(.yellow, "Error: \($0)\n") }.joined()
  }

  private var summary: String {
    let width = (run.files.last.map { Self.title($0).utf8.count } ?? 33) | 1
    let rule = String(repeating: "=", count: width)
    let side = String(repeating: "=", count: (width - " RESULTS ".utf8.count) / 2)
    return line(.plain, "") + line(.plain, rule) + paint(.plain, "\(side) RESULTS \(side)\n")
      + line(.plain, rule)
      + paint(.lightGreen, "Passes:      \(run.passes)\n")
      + paint(.lightRed, "Failures:    \(run.failures)\n")
      + paint(.plain, "Duration:    \(GoDuration(nanoseconds: run.duration).text)\n")
      + paint(.cyan, "Total tests: \(run.results.count)\n") + line(.plain, "")
      + (run.isPassed ? line(.green, "PASS") : line(.red, "FAIL"))
  }
}
