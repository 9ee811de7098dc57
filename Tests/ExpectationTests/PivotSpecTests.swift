import Diagnostics
import Expectation
import Host
import Source
import Support
import Testing

@Suite struct PivotSpecTests {
  @Test func `Reads the specs of the fixtures without a word`() throws {
    let disk = Disk(workingDirectory: Repository.fixture("pivot"))
    let names = try disk.list(".").filter { $0.hasSuffix(".spec.yaml") }
    try #require(!names.isEmpty)
    for name in names {
      let (spec, diagnostics) = SpecFile.read(
        SourceFile(FileID(name), bytes: try disk.read(name, limit: 1 << 20)))
      #expect(diagnostics.isEmpty, "\(name): \(diagnostics.map(\.message))")
      #expect(spec.expectations.count > 20)
      #expect(Set(spec.expectations.map(\.id)).count == spec.expectations.count)
    }
  }

  @Test func `Reads the examples of the reference without a word`() throws {
    let page = String(
      decoding: try Disk(workingDirectory: Repository.root).read("docs/spec.md", limit: 1 << 20),
      as: UTF8.self)
    var rest = page.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var counts: [Int] = []
    while let start = rest.firstIndex(of: "```yaml") {
      let block = rest[(start + 1)...].prefix { $0 != "```" }
      let result = SpecFile.read(
        SourceFile(FileID("docs/spec.yaml"), bytes: Array(block.joined(separator: "\n").utf8)),
        SpecContext(inputs: InputValues(texts: [("password", "opensesame")]), file: nil))
      #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
      counts.append(result.spec.expectations.count)
      rest = rest[block.endIndex...]
    }
    #expect(counts.first == 13)
    #expect(counts.count > 3 && counts.allSatisfy { $0 > 0 })
  }
}
