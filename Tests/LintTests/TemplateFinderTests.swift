import Host
import Lint
import Testing

@Suite struct TemplateFinderTests {
  static let template = Array(#"{"builders": [{"type": "docker"}]}"#.utf8)

  private func find(_ files: [String: String], _ paths: [String] = ["."]) -> TemplateFinder.Finding {
    let contents = files.mapValues { $0 == "T" ? Self.template : Array($0.utf8) }
    var finder = TemplateFinder(MemoryFileTree(contents), excluding: { _ in nil })
    return finder.find(paths)
  }

  @Test func `A folder is searched for files whose root is a mapping with builders`() {
    let found = find([
      "b.json": "T", "a/machine.yaml": "builders:\n- type: docker\n", "a/x.yml": "builders: []\n",
      "package.json": "{}", "list.json": "[]", "text.txt": "T", "angular.json": #"{"builders": {"x": 1}}"#,
      "odd.json": #"{"builders": {"type": "docker"}, "provisioners": []}"#,
      "broken.json": #"{"builders": [{"#,
      "word.yaml": "text: no builders here\n",
    ])
    #expect(found.templates == ["a/machine.yaml", "a/x.yml", "b.json", "broken.json", "odd.json"])
    #expect(found.failures.isEmpty)
  }

  @Test func `A file that is named is a template, each once`() {
    let files = ["a/machine.json": "T", "a/notes.txt": "x"]
    let found = find(files, ["a/notes.txt", "./a/machine.json", "a", "/a/machine.json", "a//machine.json"])
    #expect(found.templates == ["a/notes.txt", "a/machine.json"])
  }

  @Test func `Absent paths are told`() {
    let found = find(["machine.json": "T"], ["machine.jsn"])
    #expect(found.failures.map(\.description) == ["cannot find `machine.jsn`: no such file or directory"])
  }

  @Test func `Files of HCL are set apart`() {
    let found = find(["a.pkr.hcl": "", "b.pkr.json": "T", "c.json": "T"])
    #expect(found.templates == ["c.json"])
    #expect(found.hclFiles == ["a.pkr.hcl", "b.pkr.json"])
  }

  @Test func `Ignored files are left out, as git leaves them out`() {
    let found = find([
      ".gitignore": "vendor/\n*.tmp.json\r\n# comment\n\n!keep.tmp.json\n/top.json\n",
      ".git/info/exclude": "private.json\n", ".git/config.json": "T",
      "vendor/a.json": "T", "sub/vendor/a.json": "T", "x.tmp.json": "T", "keep.tmp.json": "T",
      "top.json": "T",
      "sub/top.json": "T", "private.json": "T", "sub/.gitignore": "b.json\n!x.tmp.json\n", "sub/b.json": "T",
      "sub/x.tmp.json": "T", "b.json": "T",
    ])
    #expect(found.templates == ["b.json", "keep.tmp.json", "sub/top.json", "sub/x.tmp.json"])
  }

  @Test func `Patterns of folders above a searched one count up to the repository's root`() {
    let found = find(
      [
        ".gitignore": "*.json\n", "repo/.git/HEAD": "", "repo/.gitignore": "b.json\n", "repo/sub/a.json": "T",
        "repo/sub/b.json": "T",
      ], ["repo/sub"])
    #expect(found.templates == ["repo/sub/a.json"])
  }

  @Test func `Folders that the configuration excludes are not searched`() {
    let tree = MemoryFileTree(["a.json": Self.template, "old/b.json": Self.template])
    var finder = TemplateFinder(
      tree, excluding: { $0 == "/" ? IgnorePatterns(lines: ["old/"], folder: $0) : nil })
    #expect(finder.find([""]).templates == ["a.json"])
  }
}
