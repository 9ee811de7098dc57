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

  /// What may lie beside the name of an image without being it.
  @Test(arguments: [
    ("stack:1", "mkdir -p stack/etc; printf path > stack/etc/motd"), ("stack:1", "mkdir stack"),
    ("stack", "mkdir stack; touch stack/main.py"), ("stack:1", "printf '#!/bin/sh' > stack"),
    ("stack:1", "touch stack"), ("stack:1", "cp -r data/images stack"), ("stack:1", "cp root.tar stack"),
    ("stack:1", "cp other.tar stack"), ("stack:1", "gzip < other.tar > stack"),
    ("reg:5000/stack:1", "mkdir -p reg/etc reg:5000/stack/etc"),
  ])
  func whatLiesBesideANameDoesNotTakeItsPlace(_ name: String, _ line: String) async throws {
    try await Scratch.with { scratch in
      let image = try scratch.store.addImage([layer("stored")], as: name)
      try DockerArchiveWriter(store: scratch.store).write(
        image, names: [try ImageReference("other:2")], to: scratch.path + "/other.tar")
      _ = try scratch.file("root.tar", try Entry.tar(layer("bare")))
      try await scratch.shell(line)
      let found = try await locator(scratch).find(name, pulling: false)
      #expect(found.place == .store)
      #expect(try motd(found) == "stored")
      // Nothing of the name anywhere: what lies there is told.
      try await scratch.shell("rm -r data")
      await #expect { try await locator(scratch).find(name, pulling: false) } throws: {
        guard let error = $0 as? ImageError else { return false }
        return error.kind == .notFound && error.message.hasPrefix("no image `\(name)` was found: ")
          && error.message.contains("`store:\(name)`")
      }
    }
  }

  @Test func aNameInALayoutOrAnArchiveComesBeforeTheStore() async throws {
    try await Scratch.with { scratch in
      _ = try scratch.store.addImage([layer("stored")], as: "stack:1")
      let image = try scratch.store.addImage([layer("held")], as: "held:1")
      try DockerArchiveWriter(store: scratch.store).write(
        image, names: [try ImageReference("stack:1"), try ImageReference("1")], to: scratch.path + "/stack")
      #expect(try await locator(scratch).find("stack:stack:1", pulling: false).place == .path("stack"))
      let found = try await locator(scratch).find("stack:1", pulling: false)
      #expect(found.place == .path("stack"))
      #expect(try motd(found) == "held")
      await #expect { try await locator(scratch).find("./stack:3", pulling: false) } throws: {
        guard let error = $0 as? ImageError else { return false }
        return error.message.hasPrefix("no image `./stack:3` was found: ")
          && error.message.contains("/stack` holds no image `3`; it holds ")
          && error.message.hasSuffix("; the store does not hold it")
      }
    }
  }

  /// No store at all, and one whose folders cannot be made.
  @Test(arguments: [false, true])
  func whatIsCompressedIsReadWhereNothingCanBeKept(_ hasFolders: Bool) async throws {
    try await Scratch.with { scratch in
      let image = try scratch.store.addImage([layer("one"), [.file("etc/motd", "two")]], as: "x")
      try DockerArchiveWriter(store: scratch.store).write(
        image, names: image.names, to: scratch.path + "/x.tar")
      try await scratch.shell(
        """
        mkdir a root b; tar -xf x.tar -C a; cp -r a/. b
        for l in $(cd a; ls */layer.tar 2>/dev/null || ls *.tar); do gzip -n < a/$l > z; mv z a/$l; done
        tar -C a -cf packed.tar .; gzip -k packed.tar; gzip -k x.tar
        for l in $(cd b; ls */layer.tar 2>/dev/null || ls *.tar); do sed 's/two/too/' b/$l | gzip -n > z; mv z b/$l; done
        tar -C b -cf bad.tar .; rm -r data cache; touch data cache
        """)
      _ = try scratch.file("root.tar", try Entry.tar(layer("two")))
      try await scratch.shell("gzip root.tar")
      let locator = ImageLocator(
        store: hasFolders ? scratch.store : nil, disk: Disk(workingDirectory: scratch.path), now: 0)
      for path in ["packed.tar", "packed.tar.gz", "x.tar.gz", "x.tar.gz:x:latest", "root.tar.gz"] {
        #expect(try motd(try await locator.find(path, pulling: false)) == "two", "\(path)")
      }
      await #expect { try await locator.find("bad.tar", pulling: false) } throws: {
        ($0 as? ImageError)?.message.contains("is another layer than the configuration names") == true
      }
      await #expect { try await locator.find("no-such-image-anywhere", pulling: false) } throws: {
        ($0 as? ImageError)?.kind == .notFound
      }
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

  /// An image of one layer as an archive and as a layout, beside which a sound one has been looked at; `change` makes it unsound.
  private func expectRefusal(
    of path: String, saying message: String, after change: String
  ) async throws {
    try await Scratch.with { scratch in
      let image = try scratch.store.addImage([layer("needle"), layer("second")], as: "x")
      try DockerArchiveWriter(store: scratch.store).write(
        image, names: image.names, to: scratch.path + "/x.tar")
      try await scratch.shell("cp -r data/images layout; rm -r data")
      for sound in ["x.tar", "layout"] {
        #expect(try motd(try await locator(scratch).find(sound, pulling: false)) == "second")
      }
      try await scratch.shell("sleep 0.1; cp x.tar y.tar; cp -r layout other; " + change)
      for _ in 0..<2 {
        await #expect { try await locator(scratch).find(path, pulling: false) } throws: {
          ($0 as? ImageError)?.message.contains(message) == true
        }
        // What was looked at before stays sound.
        #expect(try motd(try await locator(scratch).find("layout", pulling: false)) == "second")
      }
    }
  }

  /// Changes the manifest of the layout `other` by an expression of sed.
  private static func manifest(_ expression: String) -> String {
    """
    old=$(grep -l '"layers"' other/blobs/sha256/* | head -1); sed -i '\(expression)' $old
    new=$(sha256sum < $old | cut -c1-64); mv $old other/blobs/sha256/$new
    sed -i "s/$(basename $old)/$new/; s/\"size\": [0-9]*/\"size\": $(stat -c %s other/blobs/sha256/$new)/" other/index.json
    """
  }

  @Test(arguments: [
    ("y.tar", "is damaged", "sed -i s/needle/noodle/ y.tar"),
    // The same file, changed where it lies.
    (
      "x.tar", "is damaged",
      "printf noodle | dd of=x.tar bs=1 seek=$(grep -abo needle x.tar | head -1 | cut -d: -f1) conv=notrunc"
    ),
    ("other", "is damaged", "sed -i s/needle/noodle/ other/blobs/sha256/*"),
    ("other", "bytes, the manifest says", "truncate -s -512 $(grep -l needle other/blobs/sha256/*)"),
    (
      "other", "is a layer of an unknown type, `application/x-foo`",
      manifest("s,application/vnd.oci.image.layer.v1.tar,application/x-foo,")
    ),
    ("other", "bytes, the manifest says", manifest(#"s/"size":\( *\)\([0-9]*\)}\]/"size":\11\2}]/"#)),
    (
      "other", "is damaged",
      manifest(#"s/\("layers".*sha256:\)[0-9a-f]*\(.*sha256:\)\([0-9a-f]*\)/\1\3\2\3/"#)
    ),
  ])
  func whatIsDamagedIsFoundWhateverWasLookedAtBefore(_ path: String, _ message: String, _ change: String)
    async throws
  {
    try await expectRefusal(of: path, saying: message, after: change)
  }

  @Test func aCompressedLayerIsCheckedThoughItsContentIsKnown() async throws {
    try await Scratch.with { scratch in
      let image = try scratch.store.addImage([layer("needle")], as: "x")
      try DockerArchiveWriter(store: scratch.store).write(
        image, names: image.names, to: scratch.path + "/x.tar")
      // The layers of an archive may be compressed one by one.
      try await scratch.shell(
        """
        rm -r data; mkdir a b; tar -xf x.tar -C a; l=$(cd a; ls */layer.tar 2>/dev/null || ls *.tar)
        gzip -n < a/$l > a/z; mv a/z a/$l; cp -r a/. b; sed -i s/needle/noodle/ b/$l
        zcat a/$l | sed s/needle/noodle/ | gzip -n > b/$l; tar -C a -cf good.tar .; tar -C b -cf bad.tar .
        """)
      #expect(try motd(try await locator(scratch).find("good.tar", pulling: false)) == "needle")
      await #expect { try await locator(scratch).find("bad.tar", pulling: false) } throws: {
        ($0 as? ImageError)?.message.contains("is another layer than the configuration names") == true
      }
    }
  }

  @Test func anUnchangedArchiveIsKnownAgain() async throws {
    try await Scratch.with { scratch in
      let image = try scratch.store.addImage([layer("needle")], as: "x")
      try DockerArchiveWriter(store: scratch.store).write(
        image, names: image.names, to: scratch.path + "/x.tar")
      try await scratch.shell("rm -r data cache; sleep 0.1")
      _ = try await locator(scratch).find("x.tar", pulling: false)
      let known = try await scratch.shell("cat cache/indexes/*.seen")
      #expect(known.split(separator: "\n").count == 1)
      _ = try await locator(scratch).find("x.tar", pulling: false)
      try await scratch.shell("touch x.tar; sleep 0.1")
      _ = try await locator(scratch).find("x.tar", pulling: false)
      #expect(try await scratch.shell("cat cache/indexes/*.seen | wc -l") == "2\n")
    }
  }

  /// The index of a layout that lists images with what they are for.
  private static func index(_ images: [(StoredImage, Platform?)]) -> [UInt8] {
    let manifests = images.map { image, platform in
      let parts = platform.map { platform in
        #", "platform": {"os": "\#(platform.os)", "architecture": "\#(platform.architecture)", "variant": "\#(platform.variant ?? "")"}"#
      }
      return
        #"{"mediaType": "\#(MediaType.manifest)", "size": 1, "digest": "\#(image.digest)"\#(parts ?? "")}"#
    }
    return Array(#"{"schemaVersion": 2, "manifests": [\#(manifests.joined(separator: ", "))]}"#.utf8)
  }

  @Test func aPlatformChoosesAmongTheImagesOfALayout() async throws {
    try await Scratch.with { scratch in
      let other = Platform.current.architecture == "arm64" ? "amd64" : "arm64"
      let own = try scratch.store.addImage([layer("own")], for: Platform.current.architecture)
      let arm = try scratch.store.addImage([layer("arm")], for: "arm")
      let foreign = try scratch.store.addImage([layer("foreign")], for: other)
      let all: [(StoredImage, Platform?)] = [
        (foreign, Platform("linux/\(other)")), (arm, Platform("linux/arm/v7")), (own, .current),
        (arm, Platform("unknown/unknown")),
      ]
      func motd(_ images: [(StoredImage, Platform?)], _ platform: String?) async throws -> String? {
        _ = try scratch.file("data/images/index.json", Self.index(images))
        let found = try await locator(scratch).find(
          "data/images", pulling: false, for: platform.flatMap { Platform($0) })
        return try self.motd(found)
      }
      #expect(try await motd(all, nil) == "own")
      #expect(try await motd(all, "linux/\(other)") == "foreign")
      #expect(try await motd([all[0], all[3]], nil) == "foreign")
      #expect(try await motd([(foreign, nil)], nil) == "foreign")
      #expect(try await motd([(foreign, nil)], "linux/\(other)") == "foreign")
      await #expect { try await motd([all[0], all[1], all[3]], nil) } throws: {
        ($0 as? ImageError)?.message
          == "`\(scratch.path)/data/images` holds no image for \(Platform.current); it has linux/\(other), linux/arm/v7"
      }
      await #expect { try await motd([all[0], all[3]], "\(Platform.current)") } throws: {
        ($0 as? ImageError)?.message.contains("holds no image for") == true
      }
      await #expect { try await motd([(foreign, nil)], "linux/riscv64") } throws: {
        ($0 as? ImageError)?.message == "`data/images` is an image for linux/\(other), not for linux/riscv64"
      }
    }
  }

  @Test(arguments: [
    ("linux/arm64/v8", "linux/arm64", true), ("linux/arm64", "linux/arm64/v8", true),
    ("linux/arm", "linux/arm/v7", true), ("linux/arm/v6", "linux/arm/v7", false),
    ("linux/arm/v6", "linux/arm", false),
    ("linux/amd64", "windows/amd64", false),
  ])
  func aPlatformIsMet(_ wanted: String, _ there: String, _ isMet: Bool) throws {
    #expect(try #require(Platform(wanted)).isMet(by: try #require(Platform(there))) == isMet)
    for text in ["", "linux", "linux/", "a/b/c/d"] { #expect(Platform(text) == nil) }
  }

  @Test func anImageWithoutANameIsNotTheFolder() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell("mkdir etc")
      await #expect { try await locator(scratch).find("", pulling: false) } throws: {
        ($0 as? ImageError)?.message.hasPrefix("the name of the image is empty") == true
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
          && error.message.hasSuffix(
            "no registry is asked without `--pull`; `store:no-such-image-anywhere`, `docker-daemon:no-such-image-anywhere` and "
              + "`./no-such-image-anywhere` name the store's, docker's and a path alone")
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
