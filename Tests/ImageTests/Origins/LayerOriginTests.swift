import Host
import Support
import Testing

@testable import Image

@Suite struct LayerOriginTests {
  private static let origin = LayerOrigin(
    template: "machine.json", build: "docker",
    steps: [
      .init(
        id: "provision-1", words: "file, machine.json:4:5", mentions: [.init(.tree, "/srv", "uploads")]),
      .init(
        id: "provision-2", words: "chef-solo, machine.json:5:5",
        mentions: [
          .init(.path, "/srv/a", "makes", by: "file[/srv/a], a.rb:1:1"), .init(.path, "/opt", "makes"),
          .init(.package, "curl", "installs"),
        ]),
      .init(
        id: "provision-3", words: "shell, machine.json:6:5", mentions: [.init(.path, "/tmp/a", "removes")]),
    ])

  @Test(arguments: [
    ("/srv/a", "its step provision-2 (chef-solo, machine.json:5:5) makes it: file[/srv/a], a.rb:1:1"),
    ("/srv/b/c", "its step provision-1 (file, machine.json:4:5) uploads /srv, in which it lies"),
    ("/srv", "its step provision-1 (file, machine.json:4:5) uploads it"),
    (
      "/opt/x",
      "none of its steps names it: provision-1 (file, machine.json:4:5), provision-2 (chef-solo, machine.json:5:5), provision-3 (shell, machine.json:6:5)"
    ),
  ])
  func `The last step that speaks of a path is named`(path: String, words: String) {
    #expect(Self.origin.evidence(for: path) == words)
  }

  @Test func `What no layer has is named where a step removes it`() {
    let words = "its step provision-3 (shell, machine.json:6:5) removes"
    #expect(Self.origin.evidence(forAbsent: "/tmp/a") == words + " it")
    #expect(Self.origin.evidence(forAbsent: "/tmp/a/b") == words + " /tmp/a, in which it lies")
    #expect(Self.origin.evidence(forAbsent: "/srv/a") == nil)
  }

  @Test func `A package is named where a step names it`() {
    #expect(
      Self.origin.evidence(forPackage: "curl")
        == "its step provision-2 (chef-solo, machine.json:5:5) installs it")
    #expect(Self.origin.evidence(forPackage: "wget") == nil)
  }

  @Test func `What is remembered is found again, and the oldest is forgotten`() async throws {
    try await TemporaryFolder.with { folder in
      let store = ImageStore(in: Folders(data: folder + "/data", cache: folder + "/cache"))
      let shelf = OriginShelf(in: store)
      let layers = (0..<300).map { Digest(of: Array("\($0)".utf8)) }
      #expect(shelf.origin(of: layers[0]) == nil)
      for layer in layers { try shelf.keep(Self.origin, of: layer) }
      #expect(shelf.origin(of: layers[299]) == Self.origin)
      #expect(layers.count { shelf.origin(of: $0) != nil } == 256)
      try HostFile.write(Array("{".utf8), to: "\(folder)/cache/origins/\(layers[299].hex).json")
      #expect(shelf.origin(of: layers[299]) == nil)
    }
  }
}
