import Host
import Image
import Source
import Testing

@Suite struct ImageLocatorTests {
  private func locator(_ scratch: Scratch) -> ImageLocator {
    ImageLocator(store: scratch.store, disk: Disk(workingDirectory: scratch.path), now: 0)
  }

  private func motd(_ found: FoundView) throws -> String? {
    try found.view.read("/etc/motd", limit: 100).value.map { String(decoding: $0, as: UTF8.self) }
  }

  private func layer(_ text: String) -> [Entry] { [.folder("etc"), .file("etc/motd", text)] }

  @Test func aPathComesBeforeTheStore() async throws {
    try await Scratch.with { scratch in
      _ = try scratch.store.addImage([layer("stored")], as: "greeter")
      try await scratch.shell("mkdir -p greeter/etc; printf path > greeter/etc/motd")
      let byPath = try await locator(scratch).find("greeter", pulling: false)
      #expect(byPath.place == .path("greeter"))
      #expect(try motd(byPath) == "path")
      let byName = try await locator(scratch).find("store:greeter", pulling: false)
      #expect(byName.place == .store)
      #expect(try motd(byName) == "stored")
      #expect(byName.view.reference == "greeter")
    }
  }

  @Test func anArchiveIsReadWhereItLies() async throws {
    try await Scratch.with { scratch in
      let image = try scratch.store.addImage([layer("one"), [.file("etc/motd", "two")]], as: "x")
      try DockerArchiveWriter(store: scratch.store).write(
        image, names: image.names, to: scratch.path + "/x.tar")
      try await scratch.shell("gzip -k x.tar; rm -r data cache")
      for path in ["x.tar", "x.tar:x:latest", "docker-archive:x.tar", "docker-archive:x.tar:x", "x.tar.gz"] {
        let found = try await locator(scratch).find(path, pulling: false)
        #expect(try motd(found) == "two", "\(path)")
        #expect(found.view.digest == image.manifest.configuration.digest)
      }
    }
  }

  @Test func aDamagedLayerOfAnArchiveIsFound() async throws {
    try await Scratch.with { scratch in
      let image = try scratch.store.addImage([layer("needle")], as: "x")
      try DockerArchiveWriter(store: scratch.store).write(
        image, names: image.names, to: scratch.path + "/x.tar")
      try await scratch.shell("sed -i s/needle/noodle/ x.tar; rm -r data cache")
      await #expect { try await locator(scratch).find("x.tar", pulling: false) } throws: {
        ($0 as? ImageError)?.message.contains("is damaged") == true
      }
    }
  }

  @Test func nothingIsWrittenForWhatIsNotCompressed() async throws {
    try await Scratch.with { scratch in
      _ = try scratch.file("root.tar", try Entry.tar(layer("bare")))
      try await scratch.shell("mkdir -p root/etc; printf folder > root/etc/motd; touch data cache")
      #expect(try motd(try await locator(scratch).find("root.tar", pulling: false)) == "bare")
      #expect(try motd(try await locator(scratch).find("root", pulling: false)) == "folder")
    }
  }

  @Test func aBareRootFileSystemHasNoConfiguration() async throws {
    try await Scratch.with { scratch in
      _ = try scratch.file("root.tar", try Entry.tar(layer("bare")))
      let found = try await locator(scratch).find(scratch.path + "/root.tar", pulling: false)
      #expect(found.view.configuration == .absent)
      #expect(found.view.digest == nil)
      #expect(try motd(found) == "bare")
    }
  }

  @Test func whatIsNowhereSaysWhereItWasLookedFor() async throws {
    try await Scratch.with { scratch in
      await #expect { try await locator(scratch).find("no-such-image-anywhere", pulling: false) } throws: {
        guard let error = $0 as? ImageError else { return false }
        return error.kind == .notFound
          && error.message.hasPrefix("no image `no-such-image-anywhere` was found: it is no path; the store")
          && error.message.hasSuffix("no registry is asked without `--pull`")
      }
      await #expect(throws: ImageError(.notFound, "the store holds no image `x`")) {
        try await locator(scratch).find("store:x", pulling: false)
      }
      await #expect(throws: ImageError.self) {
        try await locator(scratch).find("./absent.tar", pulling: false)
      }
    }
  }

  @Test(arguments: [
    ("x:1", ImageAddress.anywhere("x:1")), ("store:x:1", .store("x:1")), ("docker-daemon:x", .docker("x")),
    ("containers-storage:x", .podman("x")), ("docker://r/x", .registry("r/x")),
    ("dir:/a", .path("/a", wanted: nil)),
    ("oci:/a:t", .path("/a", wanted: "t")), ("docker-archive:/a:n:t", .path("/a", wanted: "n:t")),
  ])
  func prefixesForceThePlace(_ text: String, _ address: ImageAddress) {
    #expect(ImageAddress(text) == address)
  }
}
