import DataSyntax
import Diagnostics
import Host
import Lint
import Packer
import RuleCatalog
import Rules
import Source
import Testing

/// What holds of every fix, tried on all examples of all pages, as they stand and as YAML.
@Suite struct FixPropertyTests {
  @Test(arguments: PageExample.all)
  func `Fixes mend, break nothing and settle`(example: PageExample) async throws {
    try await check(ExampleRun(example.example), at: .unsafe, "\(example.place(0))")
  }

  @Test(arguments: PageExample.fixed)
  func `Safe fixes alone do so as well`(example: PageExample) async throws {
    try await check(ExampleRun(example.example), at: .safe, "\(example.place(0))")
  }

  @Test(
    arguments: PageExample.transformable.filter {
      $0.example.promise == .reported && $0.example.files[0].path.hasSuffix(".json")
    })
  func `In YAML they do so as well, and comments stay`(example: PageExample) async throws {
    let file = example.example.files[0]
    let json = DataParser.parse(DerivedText(SourceFile(FileID(file.path), bytes: file.bytes)), as: .json).tree
    guard json.root.kind == .mapping else { return }
    var run = ExampleRun(example.example)
    run.files[0].path = String(file.path.dropLast(5)) + ".yaml"
    run.files[0].bytes = Array("# why it is so: é\n\n\(YAMLText(json.root).text)# the end\n".utf8)
    let result = try await check(run, at: .unsafe, "\(example.place(0))")
    let mended = result.files.first { $0.id.path == run.files[0].path }?.after ?? run.files[0].bytes
    let text = String(decoding: mended, as: UTF8.self)
    #expect(text.hasPrefix("# why it is so: é\n") && text.hasSuffix("# the end\n"), "\(text)")
  }

  @discardableResult
  private func check(_ run: ExampleRun, at level: FixLevel, _ place: String) async throws -> FixResult {
    let before = await run.result()
    let first = await run.mended(at: level)
    #expect(!first.isUnsettled, "\(place)")
    for file in first.files {
      #expect(
        Self.faults(of: file.after, in: file.id) <= Self.faults(of: file.before, in: file.id), "\(place)")
    }
    let mendable = first.lint.findings.filter { $0.fixes.contains(where: level.takes) }
    #expect(mendable.map { "\($0.rule): \($0.message)" } == [], "\(place)")
    // What an error hid is found once it is mended.
    let hides = before.findings.contains { $0.severity == .error && $0.fixes.contains(where: level.takes) }
    if !hides {
      let known = Set(before.findings.map(\.rule))
      let new = first.lint.findings.filter { $0.severity == .error && !known.contains($0.rule) }
      #expect(new.map { "\($0.rule): \($0.message)" } == [], "\(place)")
    }
    var again = run
    for (index, file) in run.files.enumerated() {
      if let mended = first.files.first(where: { $0.id.path == file.path }) {
        again.files[index].bytes = mended.after
      }
    }
    let second = await again.mended(at: level)
    #expect(
      second.files.map { String(decoding: $0.diff.bytes, as: UTF8.self) } == [],
      "\(place): a second run changes more")
    return first
  }

  private static func faults(of bytes: [UInt8], in id: FileID) -> Int {
    let isData = [".json", ".yaml", ".yml"].contains { id.path.hasSuffix($0) }
    return isData ? PackerTemplate.read(SourceFile(id, bytes: bytes)).1.count : 0
  }
}
