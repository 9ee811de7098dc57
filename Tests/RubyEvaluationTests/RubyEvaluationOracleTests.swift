import Host
import Support
import Testing

/// The interpreter held against Ruby: programs print the same.
@Suite(.enabled(if: Machine.runs(.oracles, needing: "ruby", isThere: Machine.hasProgram("ruby"))))
struct RubyEvaluationOracleTests {
  @Test(arguments: try CaseFolder.files(in: "ruby/evaluation", endings: [".rb"]))
  func `A program prints what it prints in Ruby`(file: CaseFolder.File) async throws {
    let command = Command(
      ["ruby", "-W0", "--disable=error_highlight,did_you_mean", file.path], deadline: 60)
    let answer = try await command.output(limit: 1 << 20)
    let output = String(decoding: answer.output, as: UTF8.self)
    try #require(answer.termination.succeeded, "\(String(decoding: answer.error, as: UTF8.self))")
    let run = RubyRun.of(file.bytes, path: file.path)
    #expect(run.lines.isEmpty)
    let ours = String(decoding: run.output, as: UTF8.self).split(separator: "\n")
    let theirs = output.split(separator: "\n")
    for (number, (one, other)) in zip(ours, theirs).enumerated() where one != other {
      Issue.record("line \(number + 1) is \(one), in Ruby \(other)")
      return
    }
    #expect(ours.count == theirs.count)
  }
}
