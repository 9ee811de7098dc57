import Host
import Packer
import Source
import Testing

/// What options say after rendering, build by build.
struct EvaluationTests {
  private func builds(
    _ text: String, _ change: (inout TemplateInputs) -> Void = { _ in }, files: [String: [UInt8]] = [:]
  ) throws -> [Build] {
    let file = SourceFile(FileID("sub/machine.json"), bytes: Array(text.utf8))
    let template = try #require(PackerTemplate.read(file).0)
    var inputs = TemplateInputs(workingDirectory: "/home/me")
    change(&inputs)
    return template.evaluate(inputs: inputs, files: MemoryFileTree(files), catalog: CatalogFiles.catalog)
      .builds
  }

  /// The text that a file builder would write.
  private func content(
    _ template: String, variables: String = "{}", _ change: (inout TemplateInputs) -> Void = { _ in }
  ) throws -> String? {
    let text =
      #"{"variables":\#(variables),"builders":[{"type":"file","target":"t","content":"\#(template)"}]}"#
    return try builds(text, change).first?.builder.options.text("content").value?.value.shown
  }

  @Test(arguments: [
    ("{{user `a`}}-{{user `b`}}", "1-2 1"), ("{{build_name}} {{build_type}}", "file file"),
    ("{{template_dir}} {{pwd}}", "/home/me/sub /home/me"), ("{{packer_version}}", "1.6.6"),
    ("{{replace_all `-` `_` `a-b-c`}}", "a_b_c"), ("{{replace `-` `_` 1 `a-b-c`}}", "a_b-c"),
    ("{{`a-b-c` | replace `-` `_` 2}}", "a_b_c"), ("{{split `a,b,c` `,` 1}}", "b"),
    ("{{split `abc` `` 1}}", "b"),
    ("{{upper `é`}}{{lower `ABC`}}", "Éabc"), ("{{user `nowhere`}}|", "|"),
    ("{{timestamp}} {{isotime `2006`}} {{uuid}}", "<timestamp> <isotime 2006> <uuid>"),
    ("{{if eq (user `a`) `1`}}one{{else}}other{{end}}", "one"), ("{{user `b` | upper}}", "2 1"),
    ("{{.}}", "<no value>"),
  ])
  func `renders a text`(template: String, expected: String) throws {
    #expect(try content(template, variables: #"{"a":"1","b":"2 {{user `a`}}"}"#) == expected)
  }

  @Test func `takes -var over -var-file over the default`() throws {
    let variables = #"{"a":"default","b":"default","c":"default {{env `X`}}"}"#
    let text =
      #"{"variables":\#(variables),"builders":[{"type":"file","target":"t","content":"{{user `a`}} {{user `b`}} {{user `c`}} {{user `d`}}"}]}"#
    let change: (inout TemplateInputs) -> Void = { inputs in
      inputs.variables = [("a", "first"), ("a", "line")]
      inputs.variableFiles = ["one.json", "two.yaml"]
      inputs.environment = ["X": "env"]
    }
    let files = ["one.json": Array(#"{"a":"file","b":"file"}"#.utf8), "two.yaml": Array("d: 4\n".utf8)]
    let build = try builds(text, change, files: files).first
    #expect(build?.builder.options.string("content") == "line file default env 4")
  }

  @Test func `keeps secrets out of what is shown`() throws {
    let text =
      #"{"variables":{"p":"hush","q":"{{user `p`}}!"},"sensitive-variables":["p"],"builders":[{"type":"docker","image":"i","commit":true,"login_password":"plain","message":"m {{user `q`}} {{upper (user `p`)}}"}]}"#
    let options = try #require(try builds(text).first?.builder.options)
    let message = try #require(options.text("message").value?.value)
    #expect(message.shown == "m <sensitive:p>! <sensitive:p>")
    #expect(message.complete == "m hush! HUSH")
    #expect(options.text("login_password").value?.value.shown == "<sensitive:login_password>")
    #expect(options["message"]?.places?.string == "m \(OptionValue.placeholder)! \(OptionValue.placeholder)")
  }

  @Test func `knows where each rendered byte comes from`() throws {
    let text =
      #"{"variables":{"v":"abc"},"builders":[{"type":"file","target":"t","content":"1\t{{user `v`}} 2"}]}"#
    let value = try #require(try builds(text).first?.builder.options["content"])
    let places = try #require(value.places)
    #expect(places.string == "1\tabc 2")
    let bytes = Array(text.utf8)
    let cut: (ByteRange) -> String = {
      String(decoding: bytes[places.location(of: $0).range.indices], as: UTF8.self)
    }
    #expect(cut(ByteRange(2, 5)) == "{{user `v`}}")
    #expect(cut(ByteRange(6, 7)) == "2")
    #expect(places.isVerbatim(ByteRange(5, 7)))
  }

  @Test func `selects builds, provisioners and post-processors as Packer does`() throws {
    let text = """
      {"builders":[{"type":"null","name":"a","communicator":"none"},{"type":"null","name":"b {{user `x`}}","communicator":"none"}],
       "provisioners":[{"type":"shell","inline":["1"],"only":["a"]},{"type":"shell","inline":["2"],"except":["a"]},
        {"type":"shell","inline":["3"],"pause_before":"90s","timeout":1000000000,"max_retries":"2","override":{"a":{"inline":["4"]}}}],
       "post-processors":[["manifest",{"type":"checksum","name":"sum"},"compress"]]}
      """
    let all = try builds(text)
    #expect(all.map(\.name) == ["a", "b "])
    #expect(
      all.map { $0.provisioners.map { $0.options.texts("inline").first?.value.shown } } == [
        ["1", "4"], ["2", "3"],
      ])
    #expect(all[0].provisioners[1].pauseBefore == 90)
    #expect(all[0].provisioners[1].timeout == 1)
    #expect(all[0].provisioners[1].maxRetries == 2)
    #expect(try builds(text) { $0.only = ["b "] }.map(\.name) == ["b "])
    let shortened = try builds(text) { $0.except = ["sum", "a"] }
    #expect(shortened.map { $0.postProcessors.map { $0.map(\.type.value) } } == [[["manifest"]]])
  }

  @Test(arguments: [
    ("chmod +x {{.Path}}; {{.Vars}} {{.Path}}", "chmod +x /tmp/s.sh; A='b'  /tmp/s.sh"),
    ("{{if .Sudo}}sudo {{end}}{{.Path}}{{.Nope}}", "sudo /tmp/s.sh<no value>"),
    ("{{range .Paths}}{{.}}:{{end}}{{user `v`}}", "x:y:value"), ("{{.ID}}", "<build ID>"),
    ("{{build `ID`}}", "<build ID>"),
  ])
  func `renders a deferred option with its fields`(command: String, expected: String) throws {
    let text =
      #"{"variables":{"v":"value"},"builders":[{"type":"docker","image":"i","commit":true}],"provisioners":[{"type":"shell","inline":["x"],"execute_command":"\#(command)"}]}"#
    let options = try #require(try builds(text).first?.provisioners.first?.options)
    let deferred = try #require(options.deferred("execute_command"))
    let rendered = deferred.render(fields: [
      "Path": .text("/tmp/s.sh"), "Vars": .text("A='b' "), "Sudo": .flag(true), "Paths": .list(["x", "y"]),
    ])
    #expect(rendered.value?.shown == expected)
    #expect(options.string("execute_command") == nil)
  }

  @Test func `a value that only a server knows stays unknown`() throws {
    let text =
      #"{"variables":{"v":"{{vault `a` `b`}}"},"builders":[{"type":"file","target":"t","content":"{{user `v`}}"}]}"#
    let build = try builds(text) { $0.environment = ["VAULT_TOKEN": "t"] }.first
    guard case .unknown? = build?.builder.options["content"]?.content else {
      Issue.record("the content cannot be told")
      return
    }
  }
}
