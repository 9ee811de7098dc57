import Support
import Testing

/// Programs in which something cannot be told: what they declare, how certainly, and how they end.
@Suite struct RubyUnknownTests {
  private static let marks = ["-> ", "failed ", "stopped ", "possibly "]

  @Test(arguments: try CaseFolder.files(in: "ruby/unknowns", endings: [".rb"]))
  func `What is declared is as certain as it is`(file: CaseFolder.File) {
    let wanted = file.text.split(separator: "\n").filter { $0.hasPrefix("# ") }.map { $0.dropFirst(2) }
      .filter { line in Self.marks.contains { line.hasPrefix($0) } }.map(String.init)
    #expect(!wanted.isEmpty)
    #expect(RubyRun.of(file.bytes, path: file.name).lines == wanted)
  }
}
