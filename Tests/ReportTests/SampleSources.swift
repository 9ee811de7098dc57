import Source

/// The files that the sample record points into, and places in them by what is written there.
struct SampleSources {
  static let template = """
    {
      "variables": {"version": "1.0.0"},
      "builders": [
        {"type": "docker", "image": "debian", "comit": true, "message": "greeter {{user `version`}} – ✓"}
      ],
      "provisioners": [
        {"type": "shell", "script": "scripts/refresh.sh"},
        {"type": "chef-solo", "cookbook_paths": ["cookbooks"], "run_list": ["recipe[greeter]"]},
        {"type": "shell", "inline": ["apt-get update && apt-get -y install curl"]}
      ]
    }

    """
  static let recipe = "package 'netcat-openbsd'\n\ninclude_recipe 'greeter::acount'\n"
  static let spec = """
    files:
      /etc/greeter/greeter.conf:
        mode: "0640"
        contents: ["port = 8080", "!/password/"]
    packages:
      curl: {installed: false}
    commands:
      greet --version: {exit-status: 0}

    """

  let set = SourceSet([
    SourceFile(FileID("machine.json"), bytes: Array(template.utf8)),
    SourceFile(FileID("cookbooks/greeter/recipes/default.rb"), bytes: Array(recipe.utf8)),
    SourceFile(FileID("machine.spec.yaml"), bytes: Array(spec.utf8)),
  ])

  /// The first place of a text in a file that holds it.
  func place(of text: String, in file: String) throws -> Location {
    let id = FileID(file)
    guard let bytes = set[id]?.bytes, let start = bytes.firstRange(of: Array(text.utf8)) else {
      throw NotThere(text: text, file: file)
    }
    return Location(id, ByteRange(start.lowerBound, start.upperBound))
  }

  struct NotThere: Error {
    let text: String
    let file: String
  }
}
