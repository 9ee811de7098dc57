import Project
import ShellSyntax
import Source
import Testing

struct ProjectScriptTests {
  @Test(
    "reads scripts in the order in which they run, the first line of an inline one made as Packer makes it")
  func scripts() throws {
    let example = try ExampleProject(
      provisioners: """
        {"type": "shell", "script": "a.sh"}, {"type": "shell", "inline": ["echo \\"a\\"", "apt-get install -y nginx"]},
        {"type": "shell", "inline": ["id"], "inline_shebang": "/bin/bash -e"},
        {"type": "shell-local", "command": "make image"}
        """, ["a.sh": "#!/usr/bin/env python3\nprint(1)\n"])
    let scripts = example.project.scripts
    #expect(scripts.map(\.name) == ["a.sh", "inline", "inline", "inline"])
    #expect(scripts.map(\.isShell) == [false, true, true, true])
    #expect(scripts.map(\.dialect) == [.other("python3"), .posix, .bash, .posix])
    #expect(scripts.map(\.isOnHost) == [false, false, false, true])
    #expect(scripts[1].script.shebang?.argument == "-e")
    #expect(scripts[3].script.calls.map(\.name.value) == ["make"])
  }

  @Test("points into the template from the lines of an inline script")
  func places() throws {
    let example = try ExampleProject(
      provisioners: """
        {"type": "shell", "inline": ["echo \\"a\\" | tee", "  sudo\\tid {{user `x`}}"]}
        """)
    let calls = try #require(example.project.scripts.first).script.calls
    #expect(calls.compactMap { example.text(at: $0.name.location) } == ["echo", "tee", "sudo", "id"])
  }

  @Test("keeps secrets out of what it parses")
  func secrets() throws {
    let template = """
      {"variables": {"key": "s3cr3t"}, "sensitive-variables": ["key"],
       "builders": [{"type": "docker", "image": "a:1", "commit": true}],
       "provisioners": [{"type": "shell", "inline": ["login {{user `key`}}"]}]}
      """
    let script = try #require(try ExampleProject(["machine.json": template]).project.scripts.first).script
    #expect(!script.text.string.contains("s3cr3t"))
    #expect(script.calls.map(\.name.value) == ["login"])
  }

  @Test("marks a script that cannot be read")
  func unreadable() throws {
    let large = String(repeating: "x", count: (8 << 20) + 1)
    let example = try ExampleProject(
      provisioners: "{\"type\": \"shell\", \"script\": \"a.sh\"}", ["a.sh": large])
    #expect(example.references == ["script a.sh: unreadable: it is too large"])
    #expect(example.project.scripts.isEmpty)
  }
}
