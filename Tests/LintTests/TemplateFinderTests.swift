import Host
import Lint
import Testing

@Suite struct TemplateFinderTests {
  static let template = Array(#"{"builders": [{"type": "docker"}]}"#.utf8)

  private func find(_ files: [String: String], _ paths: [String] = ["."]) -> TemplateFinder.Finding {
    let contents = files.mapValues { $0 == "T" ? Self.template : Array($0.utf8) }
    var finder = TemplateFinder(MemoryFileTree(contents))
    return finder.find(paths)
  }

  @Test func `A folder is searched for files whose root has builders of known types`() {
    let found = find([
      "b.json": "T", "a/machine.yaml": "builders:\n- type: docker\n", "a/x.yml": "builders: []\n",
      "package.json": "{}", "list.json": "[]", "text.txt": "T",
      "odd.json": #"{"builders": {"type": "docker"}, "provisioners": []}"#,
      "old.json": #"{"builders": [{"type": "virtualbox"}]}"#,
      "gone.json": #"{"BUILDERS": [{"type": "azure"}]}"#,
      "plugin.json": #"{"builders": [{"type": "vultr"}], "$schema": "x", "//": "a remark"}"#,
      "typo.json": #"{"builders": [{"type": "dokcer"}]}"#,
      "own.json": #"{"builders": [{"type": "corp", "ssh_username": "root"}]}"#,
      "typeless.json": #"{"builders": [{"image": "x"}], "post-processors": ["vagrant"]}"#,
      "more.json":
        #"{"builders": [{"type": "null"}], "provisioners": [{"type": "shell"}], "steps": [], "x": 1, "y": 2}"#,
      "word.yaml": "text: no builders here\n",
    ])
    #expect(
      found.templates == [
        "a/machine.yaml", "b.json", "gone.json", "more.json", "odd.json", "old.json", "own.json",
        "plugin.json",
        "typeless.json", "typo.json",
      ])
    #expect(found.failures.isEmpty && found.remarks.isEmpty)
  }

  @Test func `Files of other tools are left alone, whatever they call builders`() {
    let found = find([
      "angular.json": #"{"builders": {"x": 1}}"#,
      "bazel.json": #"{"builders": {"linux": {"image": "x"}}, "provisioners": {"a": 1}}"#,
      "bag.json": #"{"id": "web", "builders": [{"type": "docker"}], "provisioners": [{"type": "shell"}]}"#,
      "game.json": #"{"builders": [{"type": "human", "name": "Bob"}, {"type": "pile"}]}"#,
      "buildbot.yml": "builders:\n- name: linux\n  factory: make\nvariables: {a: b}\n",
      ".gitlab.yml": "variables: {a: b}\nbuilders: [linux]\n",
      "now.json": #"{"version": 2, "builds": [{"src": "*.js", "use": "@now/node", "type": "docker"}]}"#,
      "vercel.json": #"{"builds": [{"src": "a"}], "variables": {"type": "x"}}"#,
      "jinja.json":
        #"{"builders": {{ builders | to_json }}, "provisioners": [{% for p in all %}"p"{% endfor %}]}"#,
      "kubernetes.yaml": "data:\n  a.json: |\n    {\"builders\": [{\"type\": \"docker\"}]}\nx: {{ y }}: z\n",
    ])
    #expect(found.templates.isEmpty)
    #expect(found.remarks.isEmpty)
  }

  @Test func `Of files that may be templates it is said that they are passed over`() {
    let found = find([
      "a.json": #"{"builders": [{"type": "corp"}], "variables": {}}"#,
      "b.json": #"{"builders": [{"type": "docker"}], "stages": []}"#,
      "c.json": #"{"builders": {"a": {}}, "provisioners": [{"type": "shell"}]}"#,
      "d.json": #"{"builders": [{"#,
      "e.json": #"{"builders": [], "variables": {}}"#,
    ])
    #expect(found.templates.isEmpty)
    #expect(
      found.remarks == [
        "`a.json` is not looked at: none of its `builders` is of a known type; name it if it is a template",
        "`b.json` is not looked at: `stages` beside its `builders` is no key of a template; name it if it is a template",
        "`c.json` is not looked at: its `builders` are no list; name it if it is a template",
        "`d.json` is not looked at: it cannot be parsed, and names no type of builder that is known; name it if it is a template",
        "`e.json` is not looked at: it has no builder; name it if it is a template",
      ])
  }

  @Test func `Types that a user's own component files describe are known`() {
    let tree = MemoryFileTree(["a.json": Array(#"{"builders": [{"type": "corp"}]}"#.utf8)])
    var finder = TemplateFinder(
      tree, asking: { folder in folder == "/" ? SearchSettings(folder: folder, types: ["corp"]) : nil })
    #expect(finder.find([""]).templates == ["a.json"])
  }

  @Test func `A template in UTF-16 is found`() {
    let text = #"{"builders": [{"type": "docker"}]}"#
    func bytes(_ text: String, marked: Bool, bigEndian: Bool) -> [UInt8] {
      let units: [UInt16] = (marked ? [0xFEFF] : []) + Array(text.utf16)
      return units.reduce(into: [UInt8]()) { bytes, unit in
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        bytes += bigEndian ? pair : pair.reversed()
      }
    }
    let little = bytes(text, marked: true, bigEndian: false)
    let big = bytes(text, marked: false, bigEndian: true)
    let other = bytes("{}", marked: true, bigEndian: false)
    var finder = TemplateFinder(MemoryFileTree(["a.json": little, "b.json": big, "c.json": other]))
    #expect(finder.find(["."]).templates == ["a.json", "b.json"])
  }

  @Test func `Broken templates are found by what is left of them`() {
    let found = find([
      "conflict.json": "<<<<<<< HEAD\n" + #"{"builders": [{"type": "null"}]}"#,
      "misspelt.json": #"{"builder": [{"type": "null"}], "provisioners": [{"type": "shell"}]}"#,
      "none.json": #"{"variables": {}, "provisioners": [{"type": "shell"}]}"#,
      "quote.json": "{\n" + #""variables:{"a":"b"},"builders":[{"type":"null"}]}"#,
      "headless.json": #""builders": [{"type": "null"}]}"#,
      "tab.yaml": "builders:\n\t- type: \"null\"\n",
      "other.json": #"{"provisioners": ["a", "b"], "variables": {}}"#,
      "chain.json": #"{"provisioners": [{"name": "a"}]}"#,
      "open.json": #"{"builders": 1, "x": "#,
      "variables.json": #"{"biulders": [{"type": "null"}], "variables": {}}"#,
      "key.json": #"{builders": [{"type": "docker", "image": "x"}]}"#,
      "document.yaml": "<% @a = 1 %>\n---\nvariables: {}\nbuilders:\n- type: docker\n",
      "colon.yaml": "builders\n- type: docker\n  image: x\n",
      "rendered.yml": "builders:\n{% for n in names %}\n- type: docker\n{% endfor %}\n",
      "vagrant.json": #"{"vms": 1, "variables": {}, "provisioners": [{"type": "shell"}]}"#,
    ])
    #expect(
      found.templates == [
        "colon.yaml", "conflict.json", "document.yaml", "headless.json", "key.json", "misspelt.json",
        "none.json",
        "quote.json",
        "rendered.yml", "tab.yaml", "variables.json",
      ])
  }

  @Test func `What cannot be parsed is a template where the configuration names it`() {
    let tree = MemoryFileTree([
      "sub/a.json": Array("{".utf8), "sub/bag.json": Array(#"{"id": "x"}"#.utf8),
      "b/a.json": Array("{".utf8),
    ])
    var finder = TemplateFinder(
      tree,
      asking: { folder in
        folder == "/" ? SearchSettings(folder: folder, templates: [GlobPattern("sub/*.json")]) : nil
      })
    #expect(finder.find([""]).templates == ["sub/a.json"])
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
      tree,
      asking: { folder in
        folder == "/"
          ? SearchSettings(folder: folder, excludes: IgnorePatterns(lines: ["old/"], folder: folder)) : nil
      })
    #expect(finder.find([""]).templates == ["a.json"])
  }
}
