import Host
import Packer
import Source
import Testing

/// Reading a template into its parts.
struct PackerTemplateTests {
  private func template(_ text: String, path: String = "machine.json") throws -> PackerTemplate {
    try #require(PackerTemplate.read(SourceFile(FileID(path), bytes: Array(text.utf8))).0)
  }

  @Test func `gives every part its place`() throws {
    let text =
      #"{"Description":"x","variables":{"a":null,"b":"1"},"builders":[{"type":"docker","name":"d"}],"post-processors":["a",["b",{"type":"c","only":["d"]}]]}"#
    let template = try template(text)
    #expect(template.shapeFaults == [])
    #expect(template.description?.text?.string == "x")
    #expect(template.variables.map(\.isRequired) == [true, false])
    #expect(template.builders.first?.name?.value == "d")
    #expect(template.postProcessors.map { $0.compactMap(\.type?.value) } == [["a"], ["b", "c"]])
    #expect(template.postProcessors[1][1].only.map(\.value) == ["d"])
    let type = try #require(template.builders.first?.type)
    #expect(String(decoding: Array(text.utf8)[type.location.range.indices], as: UTF8.self) == "docker")
  }

  @Test func `reads YAML into the same parts`() throws {
    let text = """
      variables: {a: x} # a comment
      builders:
        - type: docker
          image: debian
      provisioners:
        - {type: shell, inline: [echo], override: {docker: {script: a.sh}}}
      """
    let template = try template(text, path: "machine.yml")
    #expect(template.shapeFaults == [])
    #expect(template.builders.first?.options.map(\.name.value) == ["image"])
    #expect(template.provisioners.first?.overrides.map(\.build.value) == ["docker"])
    #expect(template.comments.count == 1)
  }

  @Test func `survives whatever is written`() {
    let seed = Array(
      #"{"variables":{"a":"{{env `A`}}"},"builders":[{"type":"docker","image":"{{user `a`}}","commit":true}],"provisioners":[{"type":"shell","inline":["x"],"override":{"docker":{"script":"s"}}}],"post-processors":[["docker-tag"]]}"#
        .utf8)
    var state: UInt64 = 7
    for _ in 0..<300 {
      var bytes = seed
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int(state >> 33) % bytes.count
        if state & 1 == 0 {
          bytes.remove(at: place)
        } else {
          bytes[place] = UInt8(truncatingIfNeeded: state >> 40)
        }
      }
      for path in ["a.json", "a.yaml"] {
        let (template, _) = PackerTemplate.read(SourceFile(FileID(path), bytes: bytes))
        let evaluation = template?.evaluate(
          inputs: TemplateInputs(workingDirectory: "/"), files: MemoryFileTree([:]),
          catalog: CatalogFiles.catalog)
        let faults = evaluation.map { ComponentCheck(CatalogFiles.catalog).faults(in: $0) } ?? []
        for fault in faults { #expect(fault.location.range.end <= bytes.count) }
      }
    }
  }
}
