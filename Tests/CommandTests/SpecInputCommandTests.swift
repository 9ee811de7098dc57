import Host
import Support
import Testing

/// Inputs, includes, severities and conditions of specs, as a user gives them.
@Suite struct SpecInputCommandTests {
  private static let files = [
    "root/etc/os-release": "ID=alpine\nVERSION_ID=3.20.1\n", "root/etc/app.conf": "key = s3cr3t-value\n",
    "team/base.spec.yaml": "files: {/etc/app.conf: {mode: \"0600\", severity: warning}}\n",
    "app.spec.yaml": """
    include: team/base.spec.yaml
    inputs: {key: {sensitive: true}, stage: {default: test}}
    files:
      /etc/os-release: {exists: true}
      /etc/apk: {exists: true, when: {platform: debian}}
      /etc/${{ inputs.stage }}: {exists: false}
      /etc/app.conf.bak: {exists: true, requires: "files:/etc/${{ inputs.key }}", severity: info}
      /etc/${{ inputs.key }}: {exists: true, severity: warning, message: "has ${{ inputs.key }}"}
    """,
    "values.yaml": "key: s3cr3t-value\n",
  ]

  @Test func `A failure counts from its severity on, and no secret is shown`() async throws {
    try await Program.with(Self.files) { program in
      let words = ["verify", "dir:root", "--spec", "app.spec.yaml", "--input-file", "values.yaml"]
      let lenient = try await program.run(words)
      #expect(lenient.status == 0, "\(lenient.output)\(lenient.error)")
      #expect(lenient.output.contains("passed: 2 of 6 assertions passed"), "\(lenient.output)")
      #expect(lenient.output.contains("2 failed (warning)"), "\(lenient.output)")
      #expect(lenient.output.contains("team/base.spec.yaml:1:"), "\(lenient.output)")
      #expect(try await program.run(words + ["--fail-on", "warning"]).status == 1)
      for format in ["text", "json", "junit", "sarif", "html", "github", "gitlab"] {
        let answer = try await program.run(words + ["--format", format])
        #expect(answer.output.contains("sensitive"), "\(format)")
        #expect(!(answer.output + answer.error).contains("s3cr3t"), "\(format): \(answer.output)")
      }
      let record = try await program.run(words + ["--report", "json:run.json"])
      #expect(record.status == 0)
    }
  }

  @Test func `Inputs that are missing, unknown or wrong are told of`() async throws {
    try await Program.with(Self.files) { program in
      let verify = ["verify", "dir:root", "--spec", "app.spec.yaml"]
      let missing = try await program.run(verify)
      #expect(missing.status == 1)
      #expect(missing.error.contains("the input `key` has no value"), "\(missing.error)")
      let unknown = try await program.run(verify + ["--input", "key=abcd", "--input", "stag=x"])
      #expect(unknown.status == 2)
      #expect(unknown.error.contains("did you mean `stage`?"), "\(unknown.error)")
      #expect(try await program.run(verify + ["--input", "key"]).status == 2)
      #expect(try await program.run(verify + ["--input-file", "absent.yaml"]).status == 2)
      try HostFile.write(Array("key: [s3cr3t-value]\n".utf8), to: program.folder + "/values.yaml")
      let wrong = try await program.run(verify + ["--input-file", "values.yaml"])
      #expect(wrong.status == 1)
      #expect(!wrong.error.contains("s3cr3t"), "\(wrong.error)")
      #expect(wrong.error.contains("app.spec.yaml:2:"), "\(wrong.error)")
      try HostFile.write(Array("key: {s3cr3t-value\n".utf8), to: program.folder + "/values.yaml")
      let broken = try await program.run(verify + ["--input-file", "values.yaml"])
      #expect(broken.status == 1)
      #expect(!broken.error.contains("s3cr3t"), "\(broken.error)")
    }
  }

  @Test func `A wrong value is told of where it stands`() async throws {
    let files = [
      "root/etc/os-release": "ID=alpine\n",
      "app.spec.yaml": """
      include: {file: team.spec.yaml, with: {port: http}}
      inputs: {count: {type: number}}
      files: {/etc/os-release: {size: "${{ inputs.count }}"}}
      """,
      "team.spec.yaml": """
      inputs: {port: {type: number}}
      files: {/etc/port: {size: "${{ inputs.port }}"}}
      """,
      "values.yaml": "count: many\n",
    ]
    try await Program.with(files) { program in
      let answer = try await program(
        "verify", "dir:root", "--spec", "app.spec.yaml", "--input-file", "values.yaml")
      #expect(answer.status == 1)
      #expect(answer.error.contains("app.spec.yaml:1:46: "), "\(answer.error)")
      #expect(answer.error.contains("values.yaml:1:8: "), "\(answer.error)")
      #expect(!answer.error.contains("many"), "\(answer.error)")
    }
  }

  @Test func `lint says nothing of what depends on a missing input`() async throws {
    try await Program.with(Self.files) { program in
      let answer = try await program("spec", "lint", "app.spec.yaml")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
    }
  }
}
