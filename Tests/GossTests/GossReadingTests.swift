import Expectation
import Goss
import Host
import Image
import Source
import Sprig
import Testing

/// What goss files come to before an image is looked at: keys of JSON, includes, and the faults that end a run.
struct GossReadingTests {
  @Test(arguments: [
    (#"{"File": {"/nope": {"exists": true}}}"#, ["/nope"]),
    (#"{"FILE": {"/a": {"exists": true}}, "file": {"/b": {"exists": true}}}"#, ["/b"]),
    (#"{"file": {"/b": {"exists": true}}, "File": {"/a": {"exists": true}}}"#, ["/a"]),
    (#"{"file": {"/a": {"exists": true}, "/a": {"exists": false}}}"#, ["/a"]),
    (#"{"\u212aernel-param": {"x": {"value": "1"}}}"#, ["x"]),
  ])
  func `a key of JSON counts whatever its case, and as it stands last`(text: String, names: [String]) throws {
    let file = try read("goss.json", text)
    #expect(file.spec.resources.map(\.name) == names)
    #expect(file.diagnostics.isEmpty && file.warnings.isEmpty)
  }

  @Test(arguments: [
    (
      #"{"file": {"/a/b": {"exists": true, "title": 5}}}"#,
      "number into Go struct field .~1a~1b.title of type string"
    ),
    (
      #"{"file": {"a": {"exists": true, "skip": "true"}}}"#,
      "string into Go struct field .a.skip of type bool"
    ),
    (
      #"{"file": {"a": {"exists": true, "meta": 5}}}"#,
      "number into Go struct field .a.meta of type resource.meta"
    ),
    (#"{"command": {"a": {"timeout": 1e3}}}"#, "number 1e3 into Go struct field .a.timeout of type int"),
    (#"{"command": {"a": {"timeout": "5"}}}"#, "string into Go struct field .a.timeout of type int"),
    (
      #"{"http": {"a": {"request-headers": "5"}}}"#,
      "string into Go struct field .a.request-headers of type []string"
    ),
    (#"{"http": {"a": {"request-headers": [5]}}}"#, "number into .a.request-headers.0 of type string"),
    (#"{"file": {"a": 5}}"#, "number into Go struct field .a of type map[string]interface {}"),
    (#"{"file": [5]}"#, "array into Go value of type map[string]map[string]interface {}"),
    (#"[5]"#, "array into Go value of type goss.GossConfig"),
  ])
  func `JSON has types`(text: String, message: String) {
    #expect(fault("goss.json", text) == "json: cannot unmarshal \(message)")
  }

  @Test func `another version of YAML is refused`() {
    let text = "file: {/a: {exists: true}}\n"
    #expect(fault("goss.yaml", "# a\n%YAML 1.2\n---\n" + text) == "yaml: found incompatible YAML document")
    #expect(fault("goss.yaml", "%YAML 1.1\n---\n" + text) == nil)
  }

  @Test(arguments: [
    "{file: {/a: {exists: true}}} x", "{file: {/a: {exists: true}}}}",
    "file: {/a: {exists: true}}\n...\nb: [",
    "file: {/a: {exists: true}}\n---\n]",
  ])
  func `what stands behind the first document is not read`(text: String) throws {
    #expect(try read("goss.yaml", text).spec.resources.map(\.name) == ["/a"])
    #expect(fault("goss.json", text) != nil)
  }

  @Test(arguments: [false, true])
  func `YAML with the mark of UTF-16 is read`(isBigEndian: Bool) throws {
    let text = "file:\n  /é😀: {exists: true}\n"
    let sound = Self.bytes(of: text, isBigEndian)
    #expect(try read("goss.yaml", sound).spec.resources.map(\.name) == ["/é😀"])
    #expect(fault("goss.json", sound) != nil)
    #expect(fault("goss.yaml", Array(sound.dropFirst(2))) != nil, "without the mark")
    #expect(fault("goss.yaml", sound + [0x61]) != nil, "half a character")
    let half: [UInt8] = isBigEndian ? [0x00, 0x23, 0xD8, 0x00] : [0x23, 0x00, 0x00, 0xD8]
    #expect(fault("goss.yaml", sound + half) != nil, "half of a pair")
  }

  @Test func `a fault in UTF-16 has its line`() {
    let text = "file: {/a: {exists: true}}\n\n/é: ["
    #expect(fault("goss.yaml", Self.bytes(of: text, false))?.hasPrefix("yaml: line 3: ") == true)
  }

  private static func bytes(of text: String, _ isBigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  /// Numbers tell how the variables were read: those of JSON are fractions.
  @Test(arguments: [
    (#"{"a": 1000000}"#, "/1e+06"), (#"{"a": 1000000} x"#, "/1000000"), (#"{"a": 1000000}}"#, "/1000000"),
    (#"{"a": "\ud800x"}"#, "/\u{FFFD}x"), ("a: 1000000\n...\nb: [", "/1000000"),
    ("{\"a\": 1000000}\n---\n]", "/1000000"), ("a: 1\n%YAML x", nil),
  ])
  func `variables are JSON where all of the text is such`(text: String, name: String?) throws {
    let options = GossOptions(inlineVariables: text, machine: .none, compatibility: .strict)
    let file = SourceFile(
      FileID("/x/goss.yaml"), bytes: Array("file: {\"/{{.Vars.a}}\": {exists: true}}".utf8))
    do throws(GossFault) {
      let read = try GossFile.read(file, in: Self.files, options)
      #expect(read.spec.resources.map(\.name) == [name])
    } catch {
      #expect(name == nil, "\(error.message)")
    }
  }

  @Test func `a lone exclamation mark makes no text`() throws {
    let text = "command: {a: {exit-status: 0, timeout: ! 5, skip: ! }}"
    #expect(try read("goss.yaml", text).spec.resources.count == 1)
  }

  @Test(arguments: [
    ("a[!1].yaml", ["a!.yaml", "a1.yaml"]), ("a[^1].yaml", ["a!.yaml", "a-.yaml", "a2.yaml", "aé.yaml"]),
    ("a[é].yaml", ["aé.yaml"]), ("a[é-ü].yaml", ["aé.yaml"]), ("a\\\\1.yaml", ["a1.yaml"]),
    ("d*/a1.yaml", ["a1.yaml"]),
    ("a?.yaml", ["a!.yaml", "a-.yaml", "a1.yaml", "a2.yaml", "aé.yaml"]), ("d/../a*2.yaml", ["a2.yaml"]),
  ])
  func `includes are found as Go finds files`(pattern: String, names: [String]) throws {
    let file = try read("goss.yaml", "gossfile: {\"\(pattern)\": {}}")
    #expect(file.spec.resources.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } == names)
  }

  @Test(arguments: [
    ("a[]a].yaml", true), ("a[--a].yaml", true), ("a[a-].yaml", true), ("a[-a].yaml", true),
    ("a[1.yaml", true),
    ("nope[", true), ("*[", true), ("d[/a1.yaml", true), ("zz/[", true), ("a[b-a].yaml", false),
    ("zz*[", false),
    ("nope*/[x", false),
  ])
  func `a pattern that is none ends the run`(pattern: String, isFault: Bool) {
    let text = "gossfile: {\"\(pattern)\": {}}"
    #expect(
      fault("goss.yaml", text)
        == (isFault
          ? #"error in expanding glob pattern: "syntax error in pattern""#
          : "no matched files were found: \"/x/\(pattern)\""))
  }

  private static let files: MemoryFileTree = {
    var files: [String: [UInt8]] = [:]
    for name in ["a!.yaml", "a-.yaml", "a1.yaml", "a2.yaml", "aé.yaml", "d/a1.yaml"] {
      let key = name.split(separator: "/").last ?? ""
      files["/x/\(name)"] = Array("matching: {\"\(key)\": {content: 1, matches: 1}}\n".utf8)
    }
    return MemoryFileTree(files)
  }()

  private func read(_ name: String, _ text: String) throws(GossFault) -> GossFile {
    try read(name, Array(text.utf8))
  }

  private func read(_ name: String, _ bytes: [UInt8]) throws(GossFault) -> GossFile {
    let options = GossOptions(machine: .none, compatibility: .strict)
    return try GossFile.read(SourceFile(FileID("/x/\(name)"), bytes: bytes), in: Self.files, options)
  }

  /// The words of the fault that ends a run; nil where there is none.
  private func fault(_ name: String, _ text: String) -> String? { fault(name, Array(text.utf8)) }

  private func fault(_ name: String, _ bytes: [UInt8]) -> String? {
    do throws(GossFault) {
      _ = try read(name, bytes)
      return nil
    } catch { return error.message }
  }
}
