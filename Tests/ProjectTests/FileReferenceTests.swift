import Project
import Source
import Testing

struct FileReferenceTests {
  @Test("finds the paths of every component, relative to where Packer runs")
  func paths() throws {
    let example = try ExampleProject(
      provisioners: """
        {"type": "shell", "scripts": ["a.sh", "./b/c.sh"]}, {"type": "file", "source": "web/", "destination": "/srv"},
        {"type": "chef-solo", "cookbook_paths": ["cookbooks"], "roles_path": "roles"},
        {"type": "puppet-masterless", "manifest_file": "site.pp", "module_paths": ["modules"]},
        {"type": "ansible-local", "playbook_file": "play.yml", "role_paths": ["roles/web"]}
        """,
      [
        "a.sh": "", "b/c.sh": "", "web/index.html": "", "cookbooks/app/recipes/default.rb": "",
        "roles/web/x": "",
        "site.pp": "", "modules/m/x": "", "play.yml": "[]",
      ])
    #expect(
      example.references == [
        "scripts a.sh: present", "scripts b/c.sh: present", "source web: present",
        "cookbook_paths cookbooks: present", "roles_path roles: present", "module_paths modules: present",
        "manifest_file site.pp: present", "playbook_file play.yml: present", "role_paths roles/web: present",
      ])
    #expect(
      example.project.references.map(\.location).compactMap(example.text) == [
        "a.sh", "./b/c.sh", "web/", "cookbooks", "roles", "modules", "site.pp", "play.yml", "roles/web",
      ])
  }

  @Test("tells what is absent, near, of the wrong kind or only known later")
  func states() throws {
    let example = try ExampleProject(
      provisioners: """
        {"type": "shell", "scripts": ["scripts/instal.sh", "scripts", "none.sh"]},
        {"type": "shell-local", "inline": ["make"]},
        {"type": "file", "source": "out/app.tar", "destination": "/tmp/", "generated": true},
        {"type": "file", "source": "{{timestamp}}.txt", "destination": "/tmp/"},
        {"type": "file", "source": "/etc/os-release", "destination": "x", "direction": "download"},
        {"type": "chef-solo", "cookbook_paths": ["scripts/install.sh"]}
        """, ["scripts/install.sh": "#!/bin/sh\n"])
    #expect(
      example.references == [
        "scripts scripts/instal.sh: absent, near scripts/install.sh", "scripts scripts: of the wrong kind",
        "scripts none.sh: absent", "source out/app.tar: unknown: an earlier `shell-local` may make it",
        "source ?: unknown: the path is made while the build runs",
        "source etc/os-release: unknown: the path is one of the guest",
        "cookbook_paths scripts/install.sh: of the wrong kind",
      ])
  }

  @Test("looks beside the template when Packer runs elsewhere")
  func beside() throws {
    let template = """
      {"builders": [{"type": "null", "communicator": "none"}],
       "provisioners": [{"type": "shell-local", "script": "run.sh"}, {"type": "shell-local", "script": "{{template_dir}}/run.sh"}]}
      """
    let files = ["images/machine.json": template, "images/run.sh": "#!/bin/sh\n"]
    let outside = try ExampleProject(files, template: "images/machine.json")
    #expect(
      outside.references == ["script run.sh: absent, near images/run.sh", "script images/run.sh: present"])
    let inside = try ExampleProject(files, template: "images/machine.json", directory: "images")
    #expect(inside.references == ["script images/run.sh: present", "script images/run.sh: present"])
    #expect(inside.project.workingDirectory == "/images")
  }

  @Test("digests files and folders by content")
  func digests() throws {
    let provisioner = "{\"type\": \"file\", \"sources\": [\"a\", \"d\"], \"destination\": \"/tmp/\"}"
    func digests(_ files: [String: String]) throws -> [String?] {
      let project = try ExampleProject(provisioners: provisioner, files).project
      return ["a", "d"].map { project.entry($0)?.digest }
    }
    let first = try digests(["a": "x", "d/b": "y"])
    #expect(first[0] == "sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")
    #expect(try digests(["a": "x", "d/b": "y"]) == first)
    #expect(try digests(["a": "x", "d/c": "y"])[1] != first[1])
    #expect(try digests(["a": "x", "d/b": "z"])[1] != first[1])
  }
}
