import Glibc
import Host
import Source
import Support
import Testing

@testable import Image

@Suite struct ImageStoreTests {
  private static let layer: [Entry] = [.folder("etc"), .file("etc/motd", "hello")]

  @Test func anImageIsFoundByNameAndDigest() async throws {
    try await Scratch.with { scratch in
      let store = scratch.store
      let image = try store.addImage([Self.layer], as: "greeter:1")
      #expect(try store.image("greeter:1") == image)
      #expect(try store.image("docker.io/library/greeter:1") == image)
      #expect(try store.image(image.digest.description) == image)
      #expect(try store.image(image.manifest.configuration.digest.description) == image)
      #expect(try store.image(image.digest.short) == image)
      #expect(try store.image("greeter@\(image.digest)") == image)
      #expect(try store.image("greeter") == nil)
      #expect(image.names.map(\.familiar) == ["greeter:1"])
    }
  }

  @Test func aNameMovesToTheImageThatTakesIt() async throws {
    try await Scratch.with { scratch in
      let store = scratch.store
      let first = try store.addImage([Self.layer], as: "x")
      let second = try store.addImage([Self.layer, Self.layer], as: "x")
      #expect(first.digest != second.digest)
      #expect(try store.image("x")?.digest == second.digest)
      #expect(try store.images().count == 1)
    }
  }

  @Test func `an image from which a container goes on stays`() async throws {
    try await Scratch.with { scratch in
      let store = scratch.store
      let image = try store.addImage([Self.layer], as: "x:1")
      try Self.hold(image, in: store) {
        for name in ["x:1", "\(image.digest)"] {
          #expect { try store.remove(name) } throws: {
            ($0 as? ImageError)?.kind == .inUse && "\($0)".contains("(process \(getpid()))")
          }
        }
        // Another image may take the name, and a name may go that is not the last.
        let other = try store.addImage([Self.layer, Self.layer], as: "x:1")
        try store.tag(other.digest, as: try ImageReference("y:1"))
        #expect(try store.remove("x:1") == ["x:1"])
        try store.collectGarbage()
        #expect(try store.image("\(image.digest)")?.manifest == image.manifest)
        #expect(store.holds(image.manifest.layers[0].digest))
      }
      #expect(try store.remove("\(image.digest)") == ["\(image.digest)"])
      #expect { _ = try store.lease(image.digest) } throws: { ($0 as? ImageError)?.kind == .notFound }
      #expect(try Disk(workingDirectory: "/").list(store.leases) == [])
    }
  }

  private static func hold(_ image: StoredImage, in store: ImageStore, _ body: () throws -> Void) throws {
    let lease = try store.lease(image.digest)
    defer { _ = lease }
    try body()
  }

  @Test func aSecondNameIsKeptWhenTheFirstGoes() async throws {
    try await Scratch.with { scratch in
      let store = scratch.store
      let image = try store.addImage([Self.layer], as: "x:1")
      try store.tag(image.digest, as: try ImageReference("y:2"))
      #expect(try store.remove("x:1") == ["x:1"])
      #expect(try store.image("y:2")?.names.map(\.familiar) == ["y:2"])
      #expect(store.holds(image.manifest.layers[0].digest))
    }
  }

  @Test func theLastNameTakesTheBlobsWithIt() async throws {
    try await Scratch.with { scratch in
      let store = scratch.store
      let shared = try store.addImage([Self.layer], as: "base")
      let image = try store.addImage([Self.layer, [.file("more", "x")]], as: "x")
      #expect(try store.remove("x") == ["x:latest"])
      #expect(!store.holds(image.manifest.layers[1].digest))
      #expect(store.holds(shared.manifest.layers[0].digest))
      #expect(try store.remove("x").isEmpty)
      #expect(try store.remove(shared.digest.description) == ["base:latest", shared.digest.description])
      #expect(
        try await scratch.shell("ls data/images/blobs/sha256 data/images/partial | grep -c . || true")
          == "2\n")
    }
  }

  @Test func aCommitWithoutALayerSharesTheLayersOfItsBase() async throws {
    try await Scratch.with { scratch in
      let store = scratch.store
      let base = try store.addImage([Self.layer], as: "base")
      var configuration = base.configuration
      configuration.user = "greeter"
      let image = try store.commit(onto: base, layer: nil, configuration: configuration, as: nil)
      #expect(image.manifest.layers == base.manifest.layers)
      #expect(image.configuration.user == "greeter")
      #expect(image.names.isEmpty)
    }
  }

  @Test func whatAKilledWriterLeftGoesWithTheGarbage() async throws {
    try await Scratch.with { scratch in
      let store = scratch.store
      _ = try store.addImage([Self.layer], as: "x")
      try await scratch.shell(
        "echo half > data/images/partial/abc; echo lost > data/images/blobs/sha256/00ff")
      try store.collectGarbage()
      #expect(try await scratch.shell("ls data/images/partial; ls data/images/blobs/sha256 | wc -l") == "3\n")
    }
  }

  @Test func whatAKilledWriterLeftIsRemovedAndTold() async throws {
    try await Scratch.with { scratch in
      let store = scratch.store
      let image = try store.addImage([Self.layer], as: "x")
      try await scratch.shell("echo half > data/images/partial/abc")
      let removed = try store.removeLeftovers()
      #expect(removed.count == 1 && removed[0].hasSuffix("data/images/partial/abc"))
      #expect(try store.removeLeftovers() == [])
      #expect(store.holds(image.digest))
    }
  }

  @Test func garbageStaysWhileAnotherAdds() async throws {
    try await Scratch.with { scratch in
      let store = scratch.store
      try store.adding { () throws(ImageError) in
        let blob = try store.addBlob(Array("new".utf8), mediaType: "x/y")
        try store.collectGarbage()
        #expect(store.holds(blob.digest))
      }
      try store.collectGarbage()
      #expect(!store.holds(Digest(of: Array("new".utf8))))
    }
  }

  @Test func aDamagedIndexIsSaidAndCostsNothing() async throws {
    try await Scratch.with { scratch in
      let store = scratch.store
      let image = try store.addImage([Self.layer], as: "x")
      try await scratch.shell("echo '{' > data/images/index.json")
      #expect { try store.images() } throws: { ($0 as? ImageError)?.kind == .malformed }
      #expect(throws: ImageError.self) { try store.remove("x") }
      #expect(store.holds(image.digest))
    }
  }

  @Test(arguments: ["indexes", "layers"]) func aDamagedCacheIsMadeAgain(_ folder: String) async throws {
    try await Scratch.with { scratch in
      let image = try scratch.store.addImage([Self.layer])
      try await scratch.shell("mkdir -p cache/\(folder); for f in cache/indexes/*; do echo broken > $f; done")
      #expect(try scratch.store.view(image).read("/etc/motd", limit: 10) == .value(Array("hello".utf8)))
    }
  }

  @Test(
    .enabled(if: Machine.runs(.engines, needing: "root and mounts", isThere: Machine.isRoot)))
  func aFullDiskLeavesNothingHalfWritten() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell("mkdir data && mount -t tmpfs -o size=1m tmpfs data")
      let content = String(repeating: "x", count: 2_000_000)
      #expect { try scratch.store.addImage([[.file("large", content)]], as: "x") } throws: {
        ($0 as? ImageError)?.kind == .noSpace
      }
      #expect(
        try await scratch.shell(
          "ls data/images/partial data/images/blobs/sha256 | grep -c '^[0-9a-z]*$' || true; umount data")
          == "1\n")
      #expect(try scratch.store.images().isEmpty)
    }
  }
}
