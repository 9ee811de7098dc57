import Host
import RubyEvaluation
import RubySyntax
import Source
import Support
import Testing

/// The interpreter and the core methods held against Ruby itself: what small programs print.
@Suite(.enabled(if: RubyOracle.isThere)) struct CoreOracleTests {
  /// Keeps what a program prints.
  private final class Printer: RubyHost {
    private(set) var text: [UInt8] = []

    func write(_ text: [UInt8], _ run: RubyInterpreter) { self.text += text }

    func require(_ library: RubyLibrary, _ run: RubyInterpreter) throws(Unwinding) -> RubyValue? {
      .boolean(true)
    }
  }

  private static let folders = ["ruby/core", "ruby/evaluation"]

  @Test(arguments: try folders.flatMap { try CaseFolder.files(in: $0, endings: [".rb"]) })
  func `Ruby prints the same`(_ file: CaseFolder.File) async throws {
    let command = Command(["ruby", "-W0", "--disable=did_you_mean,error_highlight", file.path], deadline: 60)
    let output = try await command.output(limit: 1 << 20)
    try #require(output.termination.succeeded)
    let expected = lines(output.output)
    let actual = lines(Self.printed(file))
    // A line that cannot be told holds a question mark where Ruby has a text.
    let wrong = expected.indices.filter { $0 >= actual.count || actual[$0] != expected[$0] }
    let untold = wrong.filter { $0 < actual.count && actual[$0].contains("?") }
    print(
      "\(file.name): \(expected.count - wrong.count) of \(expected.count) lines equal, \(untold.count) not told"
    )
    for index in wrong where !untold.contains(index) {
      Issue.record(
        "line \(index + 1): \(index < actual.count ? actual[index] : "nothing"), Ruby: \(expected[index])")
    }
    #expect(actual.count == expected.count)
    #expect(untold.count * 25 <= expected.count, "\(untold.map { expected[$0] })")
  }

  private func lines(_ text: [UInt8]) -> [String] {
    text.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func printed(_ file: CaseFolder.File) -> [UInt8] {
    let printer = Printer()
    let run = RubyInterpreter(host: printer)
    let tree = RubyTree.parse(DerivedText(SourceFile(FileID(file.name), bytes: file.bytes)))
    let result = run.attempt { () throws(Unwinding) in try run.run(run.load(tree, path: file.name)) }
    if case .failed(let failure) = result {
      Issue.record("\(failure.className): \(failure.message ?? "?")")
    }
    return printer.text
  }
}

/// Ruby itself.
enum RubyOracle {
  static let isThere = Machine.runs(.oracles, needing: "ruby", isThere: Machine.hasProgram("ruby"))
}
