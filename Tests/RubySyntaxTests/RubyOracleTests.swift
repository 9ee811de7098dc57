import RubySyntax
import Support
import Testing

/// The parser held against Ruby's own.
@Suite(.enabled(if: Ripper.isThere)) struct RubyOracleTests {
  private static let ours = Repository.fixture("ruby/cookbooks")

  @Test func `Ripper finds the same in our cookbooks`() async throws {
    let paths = try await Ripper.files(below: Self.ours)
    #expect(paths.count >= 40)
    #expect(try await share(of: paths) == 1)
  }

  @Test(.enabled(if: Machine.cookbooks != nil))
  func `Ripper finds the same in the cookbooks that are at hand`() async throws {
    let paths = try await Ripper.files(below: try #require(Machine.cookbooks))
    try #require(!paths.isEmpty)
    #expect(try await share(of: paths) >= 0.995)
  }

  @Test func `Ripper finds the same in the library of Ruby`() async throws {
    let paths = try await Ripper.files(below: "/usr/lib/ruby", every: 12)
    try #require(!paths.isEmpty)
    #expect(try await share(of: paths) >= 0.985)
  }

  @Test func `Ruby gives broken twins the same verdict`() async throws {
    try await TemporaryFolder.with { folder in
      let paths = try await Ripper.files(below: Self.ours)
      let twins = try await Ripper.mutants(of: paths, each: 40, in: folder)
      let answers = try await Ripper.answers(on: twins, ["--verdicts"])
      #expect(twins.count >= 1600)
      let refused = answers.count { !$0.isAccepted }
      #expect(refused > twins.count / 5)
      let differing = try answers.filter { try Ripper.tree(of: $0.path).isAccepted != $0.isAccepted }
      let share = 1 - Double(differing.count) / Double(twins.count)
      print("verdicts: \(twins.count) twins, \(refused) refused by Ruby, \(differing.count) differ")
      #expect(share >= 0.99, "\(differing.map(\.path))")
    }
  }

  /// How many of the files have the same verdict and the same records; says which have not.
  private func share(of paths: [String]) async throws -> Double {
    var same = 0
    var records = 0
    for answer in try await Ripper.answers(on: paths) {
      let tree = try Ripper.tree(of: answer.path)
      records += answer.records.count
      if tree.isAccepted != answer.isAccepted {
        print("\(answer.path): Ruby \(answer.isAccepted ? "accepts" : "refuses") it")
      } else if !answer.isAccepted || RubyRecords(tree).lines == answer.records {
        same += 1
      } else {
        let differing = Set(RubyRecords(tree).lines).symmetricDifference(answer.records)
        print("\(answer.path): \(differing.sorted().prefix(6))")
      }
    }
    print("records: \(same) of \(paths.count) files have the same, \(records) records")
    return Double(same) / Double(paths.count)
  }
}
