import DataSyntax
import Expectation
import Goss
import Host
import Image
import Report
import Source
import Sprig
import Support
import Testing

/// Reports of values that JSON cannot hold, and of notes, as goss 0.4.9 writes them.
struct GossReportTests {
  private static let text = """
    matching:
      a: {content: .inf, matches: {gt: 1}}
      d: {content: .nan, matches: {equal: 1}}
      e: {content: "inf", matches: 1}
      f: {content: 5, matches: [1]}
      g: {content: 5, matches: {consist-of: [1]}, meta: {d: 2024-01-01, l: [2024-01-01T10:00:00+02:00], s: x, n: null}}
      h: {content: 5, matches: 6, meta: {n: .nan}}
    """

  @Test func `what JSON cannot hold has goss's words alone`() throws {
    let report = String(decoding: try Self.report(.json).bytes, as: UTF8.self)
    let file = SourceFile(FileID("report.json"), bytes: Array(report.utf8))
    let (tree, faults) = DataParser.parse(DerivedText(file), as: .json)
    #expect(faults.isEmpty, "\(report)")
    let results = try #require(tree.root["results"]).items
    let whole = results.map { $0["resource-id"]?.string }
    #expect(whole == [nil, nil, nil, "f", "g", nil])
    #expect(
      results.map { $0["summary-line-compact"]?.string ?? "" }[1]
        == "Matching: d: matches: Expected json: unsupported value: NaN to equal 1")
    #expect(results[0]["successful"]?.bool == true)
    for result in results[3...4] {
      #expect(result["matcher-result"]?["found-elements"]?.items.count == 1)
      #expect(result["matcher-result"]?["missing-elements"]?.kind == .null)
    }
  }

  @Test func `of results that JSON cannot hold the structured form has none`() throws {
    #expect(try Self.report(.structured).bytes == [0x0A])
  }

  @Test func `moments in notes are written as Go prints them`() throws {
    let report = String(decoding: try Self.report(.rspecish).bytes, as: UTF8.self)
    let notes =
      "Meta:\n    d: 2024-01-01 00:00:00 +0000 UTC\n    l: [2024-01-01 10:00:00 +0200 +0200]\n    n: <nil>\n    s: x\n"
    #expect(report.contains(notes), "\(report)")
    #expect(report.contains("Meta:\n    n: NaN\n"))
  }

  @Test func `metrics name resources by their bytes, and escape line feeds`() throws {
    let text =
      #"matching: {"\u00e9": {content: 1, matches: 1}, "e\u0301": {content: 1, matches: 1}, "\r\n\"": {content: 1, matches: 1}}"#
    var options = GossFormOptions()
    options.isVerbose = true
    let report = String(decoding: try Self.report(.prometheus, of: text, options).bytes, as: UTF8.self)
    let lines = report.utf8.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
      .filter { $0.hasPrefix("goss_tests_outcomes_total{") }
    let ids = [#"\#r\n\""#, "e\u{301}", "\u{E9}"]
    let wanted = ids.map {
      "goss_tests_outcomes_total{outcome=\"pass\",resource_id=\"\($0)\",type=\"matching\"} 1"
    }
    #expect(lines.map { Array($0.utf8) } == wanted.map { Array($0.utf8) })
  }

  @Test func `compact words keep blanks that are none to Go's patterns`() throws {
    let text = #"matching: {x: {content: "1", matches: {semver-constraint: "a \n\u00A0\u2028 b"}}}"#
    let report = String(decoding: try Self.report(.tap, of: text).bytes, as: UTF8.self)
    #expect(report.contains("a \u{A0}\u{2028} b"), "\(report)")
  }

  /// What goss 0.4.9 writes of a file with these bytes.
  @Test func `bytes that are no UTF-8 are written as goss writes them`() throws {
    let text = "file: {/t: {exists: true, contents: naive}}"
    let bytes: [UInt8] = Array("caf".utf8) + [0xE9, 0x0A, 0xE2, 0x82] + Array("x".utf8) + [0xF0, 0x9F, 0x0A]
    var image = MemoryImage()
    image.add(ImageEntry(path: "/t", kind: .file, mode: 0o644, size: bytes.count), content: bytes)
    let lines = try Self.report(.rspecish, of: text, on: image).bytes.split(separator: 0x0A)
    #expect(lines.contains(Array(#"    "caf\ufffd\n\ufffd\ufffdx\ufffd\ufffd\n""#.utf8)[...]))
    #expect(lines.contains(Array("    +caf".utf8)[...] + [0xE9]))
    #expect(lines.contains(Array("    +".utf8)[...] + [0xE2, 0x82, 0x78, 0xF0, 0x9F]))
    let json = String(decoding: try Self.report(.json, of: text, on: image).bytes, as: UTF8.self)
    #expect(json.contains(#""actual":"caf\#u{FFFD}\n\#u{FFFD}\#u{FFFD}x\#u{FFFD}\#u{FFFD}\n""#), "\(json)")
    #expect(json.contains(#"\n    +caf\ufffd\n    +\ufffd\ufffdx\ufffd\ufffd\n"#), "\(json)")
    let structured = String(decoding: try Self.report(.structured, of: text, on: image).bytes, as: UTF8.self)
    #expect(structured.contains(#""actual":"caf\ufffd\n\ufffd\ufffdx\ufffd\ufffd\n""#), "\(structured)")
  }

  private static func report(
    _ form: GossForm, of text: String = Self.text, _ shape: GossFormOptions = GossFormOptions(),
    on image: MemoryImage = MemoryImage()
  ) throws -> GossReport {
    let source = SourceFile(FileID("/goss.yaml"), bytes: Array(text.utf8))
    let options = GossOptions(machine: .none, compatibility: .strict)
    let spec = try GossFile.read(source, in: MemoryFileTree([:]), options).spec
    let results = spec.outcomes(in: ImageSearch(image), commands: [:]).compactMap { outcome in
      if case .goss(let result)? = outcome.original { result } else { nil }
    }
    return GossReport(results, form, shape)
  }
}
