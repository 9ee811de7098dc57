import Host
import Image
import Source
import Support
import Testing

@Suite struct RegistryTests {
  private static let registry = Machine.runs(
    .engines, needing: "docker-registry and skopeo",
    isThere: Machine.hasProgram("docker-registry") && Machine.hasProgram("skopeo"))

  /// Runs a test against a registry on this machine.
  private func withRegistry(_ scratch: Scratch, passwords: String = "", _ body: (String) async throws -> Void)
    async throws
  {
    let script = Repository.root + "/.ci/registry"
    let address = try await scratch.shell("\(script) start \(scratch.path)/registry \(passwords)").filter {
      !$0.isWhitespace
    }
    do {
      try await body(address)
    } catch {
      try await scratch.shell("\(script) stop \(scratch.path)/registry")
      throw error
    }
    try await scratch.shell("\(script) stop \(scratch.path)/registry")
  }

  private static let layers: [[Entry]] = [
    [.folder("etc"), .file("etc/motd", String(repeating: "hello\n", count: 2_000_000))], [.file("b")],
  ]

  @Test(.enabled(if: registry)) func anImageGoesThereAndComesBack() async throws {
    try await Scratch.with { scratch in
      try await withRegistry(scratch) { address in
        let image = try scratch.store.addImage(Self.layers, as: "x")
        let name = try ImageReference("\(address)/team/x:1")
        let digest = try await Registry(store: scratch.store, now: 0).push(image, as: name)
        #expect(try await Registry(store: scratch.store, now: 0).push(image, as: name) == digest)
        let other = ImageStore(
          in: Folders(data: scratch.path + "/other", cache: scratch.path + "/other-cache"))
        let pulled = try await Registry(store: other, now: 0).pull(name)
        #expect(pulled.manifest.layers == image.manifest.layers)
        #expect(pulled.sourceDigest == digest)
        #expect(pulled.purpose == .pulled)
        let pinned = try await Registry(store: other, now: 0).pull(
          try ImageReference("\(address)/team/x@\(digest)"))
        #expect(pinned.digest == pulled.digest)
        #expect(try other.image("\(address)/team/x@\(digest)")?.digest == pulled.digest)
        #expect(
          try await scratch.shell("ls cache/scratch other-cache/scratch | grep -c '^[0-9]' || true") == "0\n")
      }
    }
  }

  @Test(.enabled(if: registry)) func onlyWhatHasChangedThereIsFetchedAgain() async throws {
    try await Scratch.with { scratch in
      try await withRegistry(scratch) { address in
        let other = ImageStore(
          in: Folders(data: scratch.path + "/other", cache: scratch.path + "/other-cache"))
        let (here, there) = (Registry(store: scratch.store, now: 0), Registry(store: other, now: 0))
        let name = try ImageReference("\(address)/x:1")
        let old = try scratch.store.addImage([[.file("old")]], as: name.familiar)
        #expect(try scratch.store.registryDigests(of: name) == nil)
        let digest = try await here.push(old, as: name)
        #expect(try scratch.store.registryDigests(of: name) == [digest])
        let pulled = try await there.pull(name)
        #expect(try other.registryDigests(of: name) == [digest])
        // What is no longer there cannot be fetched.
        let gone = try await scratch.shell(
          """
          for file in $(find registry -name data -type f); do
            od -An -tx1 -N2 $file | grep -q '1f 8b' && rm $file && echo gone
          done
          true
          """)
        #expect(gone == "gone\n")
        #expect(try await there.pull(name) == pulled)
        let new = try scratch.store.addImage([[.file("new")]], as: name.familiar)
        #expect(try scratch.store.registryDigests(of: name) == nil)
        _ = try await here.push(new, as: name)
        #expect(try await there.pull(name).manifest.layers == new.manifest.layers)
      }
    }
  }

  @Test(.enabled(if: registry)) func whatARegistryRefusesIsSaid() async throws {
    try await Scratch.with { scratch in
      try await withRegistry(scratch) { address in
        let registry = Registry(store: scratch.store, now: 0)
        await #expect(
          throws: ImageError(.notFound, "the registry `\(address)` has no image `\(address)/absent:1`")
        ) {
          try await registry.pull(try ImageReference("\(address)/absent:1"))
        }
      }
      let registry = Registry(store: scratch.store, now: 0)
      let closed = try ImageReference("127.0.0.1:1/x:1")
      await #expect { try await registry.pull(closed) } throws: {
        ($0 as? ImageError)?.message.hasPrefix("the registry `127.0.0.1:1` cannot be reached") == true
      }
    }
  }

  @Test(.enabled(if: registry)) func aLoginOpensWhatIsClosed() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell(
        #"perl -e 'print "greeter:", crypt("s3cret", q($2y$05$abcdefghijklmnopqrstuu)), "\n"' > passwords"#)
      try await withRegistry(scratch, passwords: scratch.path + "/passwords") { address in
        let image = try scratch.store.addImage([[.file("a")]])
        let name = try ImageReference("\(address)/x:1")
        let registry = Registry(store: scratch.store, now: 0)
        let refusal =
          "the registry `\(address)` does not let us at `\(address)/x:1`: it wants a login (`skopeo login \(address)`), or refuses the one given"
        await #expect(throws: ImageError(.refused, refusal)) { try await registry.push(image, as: name) }
        await #expect(throws: ImageError(.refused, refusal)) {
          try await registry.push(image, as: name, login: RegistryLogin(user: "greeter", password: "wrong"))
        }
        let digest = try await registry.push(
          image, as: name, login: RegistryLogin(user: "greeter", password: "s3cret"))
        #expect(
          try await registry.pull(name, login: RegistryLogin(user: "greeter", password: "s3cret"))
            .sourceDigest == digest)
        #expect(try await scratch.shell("grep -rl 's3cret\\|auths' data cache || true") == "")
      }
    }
  }

  @Test(.enabled(if: registry)) func aLoginForAnotherRegistryIsTriedThereFirst() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell(
        #"perl -e 'print "greeter:", crypt("s3cret", q($2y$05$abcdefghijklmnopqrstuu)), "\n"' > passwords"#)
      try await withRegistry(scratch, passwords: scratch.path + "/passwords") { address in
        let image = try scratch.store.addImage([[.file("a")]])
        let name = try ImageReference("127.0.0.1:1/x:1")
        let registry = Registry(store: scratch.store, now: 0)
        let refusal = "the registry `\(address)` refuses the login given"
        await #expect(throws: ImageError(.refused, refusal)) {
          try await registry.push(
            image, as: name, login: RegistryLogin(user: "greeter", password: "wrong", server: address))
        }
        // Where that is well, the image's own registry is asked.
        let error = await #expect(throws: ImageError.self) {
          try await registry.push(
            image, as: name,
            login: RegistryLogin(user: "greeter", password: "s3cret", server: "https://\(address)/v2/"))
        }
        #expect(error?.message.contains("`127.0.0.1:1` cannot be reached") == true, "\(error?.message ?? "")")
      }
    }
  }
}
