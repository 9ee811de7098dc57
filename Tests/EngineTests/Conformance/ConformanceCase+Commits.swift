import Image
import Source
import Testing

@testable import Engine

extension ConformanceCase {
  static let commits: [ConformanceCase] = [
    ConformanceCase("without a change there is no new layer") { (bench) async throws in
      let before = try await bench.configuration(of: bench.base)
      let after = try await bench.configuration(of: try await bench.image(after: "true"))
      #expect(after.diffIDs == before.diffIDs)
      #expect(after.history.count == before.history.count + 1)
      #expect(after.history.last?.isEmptyLayer == true)
    },
    ConformanceCase("changed, new and removed files are in the image as in the container") {
      (bench) async throws in
      let image = try await bench.image(
        after: """
          echo new >/tmp/new; echo changed >>/etc/group; rm /etc/passwd /bin/vi; chmod 4711 /bin/busybox; chown 3:4 /root
          """)
      #expect(try await bench.configuration(of: image).diffIDs.count == 2)
      try await bench.withContainer(of: image) { (container) async throws in
        #expect(
          try await container.does(
            "cat /tmp/new; tail -n 1 /etc/group; stat -c '%a %u %g' /bin/busybox /root") == """
              new
              changed
              4711 0 0
              700 3 4

              """)
        #expect(try await container.tell("ls /etc/passwd").end != .exited(0))
      }
      #expect(try await bench.entry("/etc/passwd", of: image) == nil)
      #expect(try await bench.entry("/tmp/new", of: image)?.size == 4)
      #expect(try await bench.entry("/bin/busybox", of: image)?.mode == 0o4711)
    },
    ConformanceCase("a folder that was removed and made again has lost its old content") {
      (bench) async throws in
      let image = try await bench.image(after: "rm -r /var; mkdir /var; echo x >/var/only")
      #expect(try await bench.entry("/var/log", of: image) == nil)
      #expect(try await bench.entry("/var/only", of: image)?.size == 2)
      try await bench.withContainer(of: image) { (container) async throws in
        #expect(try await container.does("find /var | sort") == "/var\n/var/only\n")
      }
    },
    ConformanceCase("a file takes a folder's place and a folder a file's") { (bench) async throws in
      let image = try await bench.image(after: "rm -r /var /etc/passwd; echo x >/var; mkdir /etc/passwd")
      #expect(try await bench.entry("/var", of: image)?.kind == .file)
      #expect(try await bench.entry("/etc/passwd", of: image)?.kind == .directory)
    },
    ConformanceCase("hard links stay hard links") { (bench) async throws in
      let image = try await bench.image(after: "echo x >/tmp/a; ln /tmp/a /tmp/b; ln /tmp/a /srv-c")
      try await bench.withContainer(of: image) { (container) async throws in
        #expect(try await container.does("test /tmp/a -ef /tmp/b; stat -c %h /tmp/a; cat /srv-c") == "3\nx\n")
      }
    },
    ConformanceCase("links, pipes, times and odd names are kept") { (bench) async throws in
      let image = try await bench.image(
        after: """
          cd /tmp; ln -s /nowhere link; mkfifo pipe; touch -d '2001-02-03 04:05:06' old; touch 'a b' 'new
          line' "$(printf 'bad\\377byte')" "$(printf '%0200d' 0)"
          """)
      #expect(try await bench.entry("/tmp/link", of: image)?.target == "/nowhere")
      #expect(try await bench.entry("/tmp/pipe", of: image)?.kind == .fifo)
      #expect(try await bench.entry("/tmp/old", of: image)?.modified == 981_173_106)
      try await bench.withContainer(of: image) { (container) async throws in
        #expect(try await container.does("find /tmp -mindepth 1 | tr -d '\\n' | wc -c") != "0\n")
      }
      for name in ["a b", "new\nline", String(repeating: "0", count: 200)] {
        #expect(try await bench.entry("/tmp/\(name)", of: image) != nil, "\(name)")
      }
    },
    ConformanceCase("a program's capabilities are kept") { (bench) async throws in
      let value: [UInt8] = [1, 0, 0, 2, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
      let image = try await bench.withContainer { (container) async throws in
        var tar = Tar()
        try tar.add(
          "ping", content: "x", mode: 0o755, attributes: [ExtendedAttribute("security.capability", value)])
        try await container.copyIn(tar: try tar.bytes(), to: "/bin")
        return try await container.commit(ImageCommit())
      }
      #expect(
        try await bench.entry("/bin/ping", of: image)?.extendedAttributes["security.capability"] == value)
    },
    ConformanceCase("changes are made to the configuration") { (bench) async throws in
      let image = try await bench.image(
        after: "true",
        ImageCommit(changes: [
          "ENV A=1 B='two words'", "LABEL maintainer=me", "USER app", "WORKDIR /srv", "WORKDIR app",
          "EXPOSE 8080 53/udp",
          "VOLUME /data", "CMD [\"serve\", \"--now\"]", "ENTRYPOINT [\"/bin/app\"]",
        ]))
      let configuration = try await bench.configuration(of: image)
      #expect(configuration.environmentValue("A") == "1")
      #expect(configuration.environmentValue("B") == "two words")
      #expect(configuration.labels == ["maintainer": "me"])
      #expect(configuration.user == "app")
      #expect(configuration.workingDirectory == "/srv/app")
      #expect(configuration.exposedPorts == ["53/udp", "8080/tcp"])
      #expect(configuration.volumes == ["/data"])
      #expect(configuration.command == ["serve", "--now"])
      #expect(configuration.entrypoint == ["/bin/app"])
    },
    ConformanceCase("what a container says of itself is in its image") { (bench) async throws in
      var spec = ContainerSpec()
      spec.user = "3:4"
      spec.workingDirectory = "/made/for/it"
      spec.environment = ["GIVEN": "by the container"]
      spec.settings.labels = ["a": "b c", "d": ""]
      spec.settings.ports = ["81", "53/udp"]
      spec.settings.stopSignal = "SIGUSR1"
      spec.settings.healthcheck = Healthcheck(test: ["NONE"])
      let image = try await bench.withContainer(spec) { (container) async throws in
        let told = try await container.tell(ContainerCommand(["pwd"], user: "0"))
        #expect(told.output == "/made/for/it\n", "\(told)")
        return try await container.commit(ImageCommit(changes: ["LABEL e=f"]))
      }
      let configuration = try await bench.configuration(of: image)
      #expect(configuration.user == "3:4")
      #expect(configuration.workingDirectory == "/made/for/it")
      #expect(configuration.environmentValue("GIVEN") == "by the container")
      #expect(configuration.labels == ["a": "b c", "d": "", "e": "f"])
      #expect(configuration.exposedPorts == ["53/udp", "81/tcp"])
      #expect(configuration.stopSignal == "SIGUSR1")
      #expect(configuration.healthcheck?.test == ["NONE"])
    },
    ConformanceCase("without changes the image starts the shell that it was baked in") {
      (bench) async throws in
      let first = try await bench.image(
        after: "true", ImageCommit(changes: ["CMD [\"serve\"]", "ENTRYPOINT [\"/app\"]", "ENV A=1"]))
      let configuration = try await bench.configuration(of: try await bench.image(after: "true", from: first))
      #expect(configuration.entrypoint == ["/bin/sh"])
      #expect(configuration.command ?? [] == [])
      #expect(configuration.environmentValue("A") == "1")
    },
    ConformanceCase("a command alone keeps that shell") { (bench) async throws in
      let image = try await bench.image(after: "true", ImageCommit(changes: ["CMD [\"serve\"]"]))
      let configuration = try await bench.configuration(of: image)
      #expect(configuration.entrypoint == ["/bin/sh"])
      #expect(configuration.command == ["serve"])
    },
    ConformanceCase("a change that is none is refused, and the container goes on") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        for change in ["BOGUS x", "EXPOSE notaport", "ENV"] {
          await expect(.invalid) { _ = try await container.commit(ImageCommit(changes: [change])) }
        }
        try await container.does("true")
      }
    },
    ConformanceCase("author and message are in the history") { (bench) async throws in
      let image = try await bench.image(
        after: "echo x >/tmp/x", ImageCommit(author: "Jo <jo@example.org>", message: "baked, at last"))
      let configuration = try await bench.configuration(of: image)
      #expect(configuration.author == "Jo <jo@example.org>")
      #expect(configuration.history.last?.author == "Jo <jo@example.org>")
      #expect(configuration.history.last?.comment == "baked, at last")
      #expect(configuration.history.last?.isEmptyLayer == false)
      #expect(configuration.created != nil)
    },
    ConformanceCase("the container goes on after a commit, and may be committed again") {
      (bench) async throws in
      try await bench.withContainer { (container) async throws in
        try await container.does(
          "echo 1 >/tmp/a; : >/tmp/ticks; (while :; do sleep 0.1; echo tick >>/tmp/ticks; done) >/dev/null 2>&1 &"
        )
        let first = try await container.commit(ImageCommit())
        try await container.does(
          "echo 2 >/tmp/b; n=$(wc -l </tmp/ticks); sleep 2; test $(wc -l </tmp/ticks) -gt $n")
        let second = try await container.commit(ImageCommit())
        #expect(first.id != second.id)
        #expect(try await bench.entry("/tmp/b", of: first) == nil)
        #expect(try await bench.entry("/tmp/b", of: second) != nil)
      }
    },
    ConformanceCase("layers are laid on one another") { (bench) async throws in
      var image = try await bench.image(after: "echo 0 >/tmp/0")
      for number in 1...4 {
        image = try await bench.image(
          after: "echo \(number) >/tmp/\(number); rm /tmp/\(number - 1)", from: image)
      }
      #expect(try await bench.configuration(of: image).diffIDs.count == 6)
      try await bench.withContainer(of: image) { (container) async throws in
        #expect(try await container.does("ls /tmp") == "4\n")
      }
    },
    ConformanceCase("what names the machine is not in the image") { (bench) async throws in
      let image = try await bench.image(
        after: "echo '1.2.3.4 trap' >>/etc/hosts; echo 'nameserver 1.2.3.4' >>/etc/resolv.conf")
      #expect(try await bench.configuration(of: image).diffIDs.count <= 2)
      for path in ["/etc/hosts", "/etc/resolv.conf", "/etc/hostname"] {
        #expect(try await bench.entry(path, of: image)?.size ?? 0 == 0, "\(path)")
      }
    },
    ConformanceCase("devices and processes are not in the image") { (bench) async throws in
      let image = try await bench.image(after: "echo x >/dev/file; echo y >/dev/shm/file; echo z >/tmp/z")
      let view = try await bench.engine.view(image)
      for folder in ["/dev", "/proc", "/sys"] {
        let entries = try view.entries(under: folder).value ?? []
        #expect(entries.filter { $0.kind == .file && $0.size > 0 }.isEmpty, "\(folder)")
      }
    },
    ConformanceCase("a volume starts with the image's content, and its changes are not in the image") {
      (bench) async throws in
      let first = try await bench.image(
        after: "mkdir -p /data/d; echo seed >/data/d/seed; chown 5:6 /data; chmod 750 /data",
        ImageCommit(changes: ["VOLUME /data"]))
      let second = try await bench.withContainer(of: first) { (container) async throws in
        #expect(try await container.does("cat /data/d/seed; stat -c '%a %u %g' /data") == "seed\n750 5 6\n")
        try await container.does("echo lost >/data/lost; rm /data/d/seed; echo kept >/tmp/kept")
        return try await container.commit(ImageCommit())
      }
      #expect(try await bench.entry("/data/lost", of: second) == nil)
      #expect(try await bench.entry("/data/d/seed", of: second) != nil)
      #expect(try await bench.entry("/tmp/kept", of: second) != nil)
    },
    ConformanceCase("variables of the container are in the image") { (bench) async throws in
      var spec = ContainerSpec()
      spec.environment = ["E": "", "STAGE": "test", "D": "4", "LINES": "two\nlines", "B": "a=b", "A": " 1 "]
      let image = try await bench.withContainer(spec) { try await $0.commit(ImageCommit()) }
      let variables = try await bench.configuration(of: image).environment
      let expected = ["A= 1 ", "B=a=b", "D=4", "E=", "LINES=two\nlines", "STAGE=test"]
      if bench.candidate == .podman {
        #expect(Set(expected).isSubset(of: variables))
      } else {
        #expect(Array(variables.prefix(expected.count)) == expected)
      }
    },
    ConformanceCase("an image gets names, is found by them, and loses them") { (bench) async throws in
      let image = try await bench.image(after: "echo \(bench.folder) >/tmp/x")
      let name = "conformance/names:\(bench.folder.suffix(6).lowercased())"
      #expect(try await bench.engine.image(named: name) == nil)
      try await bench.engine.tag(image, as: name)
      #expect(try await bench.engine.image(named: name)?.id == image.id)
      try await bench.engine.remove(name)
      #expect(try await bench.engine.image(named: name) == nil)
      try await bench.engine.remove(name)
    },
    ConformanceCase("a name that is none is refused") { (bench) async throws in
      await expect(.invalid) { try await bench.engine.tag(bench.base, as: "Not A Name") }
    },
    ConformanceCase("a file system that is no tar is not imported") { (bench) async throws in
      let file = try bench.write("this is not a tar", to: "not.tar")
      _ = await #expect(throws: EngineError.self) {
        _ = try await bench.engine.importFileSystem(file, changes: [], as: nil)
      }
      _ = await #expect(throws: EngineError.self) {
        _ = try await bench.engine.importFileSystem(bench.folder + "/absent.tar", changes: [], as: nil)
      }
    },
  ]
}
