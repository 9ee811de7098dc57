import Testing

@testable import Engine

extension ConformanceCase {
  static let programs: [ConformanceCase] = [
    ConformanceCase("an exit code arrives as it is") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        for code: Int32 in [0, 1, 3, 126, 127, 200, 255] {
          #expect(try await container.tell("exit \(code)").end == .exited(code))
        }
      }
    },
    ConformanceCase("output and errors are kept apart, each in its order") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        let told = try await container.tell("echo one; echo bad >&2; echo two; echo worse >&2")
        #expect(told == Told(end: .exited(0), output: "one\ntwo\n", error: "bad\nworse\n"))
      }
    },
    // A changed root alone has no terminals to give.
    ConformanceCase("a program that is to have a terminal writes to one", needs: .walls) {
      (bench) async throws in
      try await bench.withContainer { (container) async throws in
        var command = ContainerCommand([
          "/bin/sh", "-c",
          "test -t 0 && test -t 1 && test -t 2 && echo one >&2; seq 20000 | tail -n 1; exit 5",
        ])
        #expect(try await container.tell(command) == Told(end: .exited(5), output: "20000\n", error: ""))
        command.hasTerminal = true
        #expect(
          try await container.tell(command) == Told(end: .exited(5), output: "one\r\n20000\r\n", error: ""))
      }
    },
    ConformanceCase("output arrives while the program runs") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        let clock = ContinuousClock()
        let first = FirstMoment()
        let began = clock.now
        _ = try await container.run(ContainerCommand(["/bin/sh", "-c", "echo now; sleep 3"])) { _, _ in
          await first.note(clock.now)
        }
        let moment = try #require(await first.moment)
        #expect(began.duration(to: moment) < .seconds(2.5))
      }
    },
    ConformanceCase("a missing program ends with 127") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        #expect(try await container.tell(ContainerCommand(["/nonesuch"])).end == .exited(127))
        #expect(try await container.tell(ContainerCommand(["nonesuch"])).end == .exited(127))
      }
    },
    ConformanceCase("a program that may not be executed ends with 126") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        #expect(try await container.tell(ContainerCommand(["/etc/passwd"])).end == .exited(126))
        #expect(try await container.tell(ContainerCommand(["/etc"])).end == .exited(126))
      }
    },
    ConformanceCase("a script starts its interpreter") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        try await container.does("printf '#!/bin/sh\\necho it is $1\\n' >/bin/it; chmod +x /bin/it")
        #expect(try await container.tell(ContainerCommand(["it", "me"])).output == "it is me\n")
      }
    },
    ConformanceCase("a killed program ends with 128 and its signal") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        #expect(try await container.tell("kill -9 $$").end == .exited(137))
        #expect(try await container.tell("kill -15 $$").end == .exited(143))
        #expect(try await container.tell("kill -6 $$").end == .exited(134))
      }
    },
    ConformanceCase("arguments arrive byte for byte") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        let words = [
          "", " ", "a b", "it's", "\"$HOME\"", "two\nlines", "ä→🙂", "*", "--", "-x", "back\\slash", "=",
          "+A=b",
        ]
        let told = try await container.tell(
          ContainerCommand(["/bin/sh", "-c", "for word; do printf '[%s]' \"$word\"; done", "sh"] + words))
        #expect(told.output == words.map { "[\($0)]" }.joined())
      }
    },
    ConformanceCase("the environment is the image's, the container's and the command's") {
      (bench) async throws in
      let image = try await bench.image(after: "true", ImageCommit(changes: ["ENV A=image B=image C=image"]))
      var spec = ContainerSpec()
      spec.environment = ["B": "container", "C": "container", "LINES": "two\nlines", "SIGNS": "a=b \"'$x"]
      try await bench.withContainer(of: image, spec) { (container) async throws in
        var command = ContainerCommand(["/bin/sh", "-c", "echo $A $B $C; echo \"$LINES\"; echo \"$SIGNS\""])
        command.environment = ["C": "command"]
        #expect(
          try await container.tell(command).output == "image container command\ntwo\nlines\na=b \"'$x\n")
      }
    },
    ConformanceCase("a path, a home and a name are there by themselves") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        let output = try await container.does("echo $PATH; echo $HOME; test -n \"$HOSTNAME\"")
        #expect(output == "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n/root\n")
        #expect(try await container.does("echo $HOME", user: "nobody") == "/\n")
      }
    },
    ConformanceCase("variables are the program's, and mean nothing to what starts it") {
      (bench) async throws in
      let variables = [
        "PATH": "/nowhere", "DOCKER_HOST": "tcp://nowhere.invalid:1",
        "CONTAINER_HOST": "tcp://nowhere.invalid:1",
        "DOCKER_CONFIG": "/nowhere", "HOME": "/nowhere", "LD_LIBRARY_PATH": "/nowhere\n",
        "QUOTED": "\"a\" 'b' \\n ",
      ]
      let names = variables.keys.sorted()
      let expected = names.map { "\(variables[$0] ?? "")|" }.joined()
      let words = ["/bin/sh", "-c", "printf '%s|' " + names.map { "\"$\($0)\"" }.joined(separator: " ")]
      var spec = ContainerSpec()
      spec.environment = variables
      try await bench.withContainer(spec) { (container) async throws in
        #expect(try await container.tell(ContainerCommand(words)).output == expected)
      }
      try await bench.withContainer { (container) async throws in
        var command = ContainerCommand(words)
        command.environment = variables
        #expect(try await container.tell(command).output == expected)
      }
    },
    ConformanceCase("nothing of the host's environment gets in") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        let names = try await container.does("env").split(separator: "\n").compactMap {
          $0.split(separator: "=").first
        }
        #expect(Set(names).subtracting(["PATH", "HOME", "HOSTNAME", "SHLVL", "PWD", "TERM"]).isEmpty)
      }
    },
    ConformanceCase("a variable for the dynamic linker reaches the program alone") { (bench) async throws in
      let image = try await bench.image(
        after: "true", ImageCommit(changes: ["ENV LD_PRELOAD=/evil.so LD_LIBRARY_PATH=/evil"]))
      try await bench.withContainer(of: image) { (container) async throws in
        let told = try await container.tell("echo $LD_PRELOAD $LD_LIBRARY_PATH")
        #expect(told == Told(end: .exited(0), output: "/evil.so /evil\n", error: ""))
      }
    },
    ConformanceCase("a command runs in its folder, or the image's, or the root") { (bench) async throws in
      let image = try await bench.image(
        after: "mkdir -p /srv/app", ImageCommit(changes: ["WORKDIR /srv/app"]))
      try await bench.withContainer { (container) async throws in
        #expect(try await container.does("pwd") == "/\n")
      }
      try await bench.withContainer(of: image) { (container) async throws in
        #expect(try await container.does("pwd") == "/srv/app\n")
        var command = ContainerCommand(["pwd"])
        command.workingDirectory = "/var/log"
        #expect(try await container.tell(command).output == "/var/log\n")
      }
    },
    ConformanceCase("the image's folder is made when it is absent") { (bench) async throws in
      let image = try await bench.image(after: "true", ImageCommit(changes: ["WORKDIR /made/on/start"]))
      try await bench.withContainer(of: image) { (container) async throws in
        #expect(try await container.does("pwd") == "/made/on/start\n")
      }
    },
    ConformanceCase("a folder that is not there is refused") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        await expect(.invalid) {
          var command = ContainerCommand(["true"])
          command.workingDirectory = "/nonesuch"
          _ = try await container.tell(command)
        }
      }
    },
    ConformanceCase("input arrives byte for byte and ends") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 8) }
        var command = ContainerCommand(["/bin/sh", "-c", "cat >/tmp/in; wc -c </tmp/in"])
        command.input = bytes
        #expect(try await container.tell(command).output == "300000\n")
        #expect(try await container.content(of: "/tmp/in") == bytes)
      }
    },
    ConformanceCase("without input a program that reads ends at once") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        #expect(try await container.tell(ContainerCommand(["cat"])).end == .exited(0))
      }
    },
    ConformanceCase("a program may leave its input unread") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        var command = ContainerCommand(["true"])
        command.input = [UInt8](repeating: 65, count: 1 << 20)
        #expect(try await container.tell(command).end == .exited(0))
      }
    },
    ConformanceCase("much output arrives whole") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        let told = try await container.tell(
          "yes 0123456789abcde | head -c 8000000; yes bad | head -c 200000 >&2")
        #expect(told.output.utf8.count == 8_000_000)
        #expect(told.error.utf8.count == 200_000)
      }
    },
    ConformanceCase("output that is no text arrives as it is") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        let collected = CollectedStreams()
        let script = "printf '\\000\\001\\377\\376\\r\\n\\033[1m'"
        _ = try await container.run(ContainerCommand(["/bin/sh", "-c", script])) {
          await collected.append($0, $1)
        }
        #expect(await collected.output == [0, 1, 255, 254, 13, 10, 27, 91, 49, 109])
      }
    },
    ConformanceCase("there is no terminal") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        #expect(try await container.tell("test -t 0 || test -t 1 || test -t 2").end == .exited(1))
      }
    },
    ConformanceCase("a child in the background does not hold the command up", needs: .walls) {
      (bench) async throws in
      try await bench.withContainer { (container) async throws in
        let clock = ContinuousClock()
        let began = clock.now
        let told = try await container.tell("sleep 60 & echo started; exit 4")
        #expect(told == Told(end: .exited(4), output: "started\n", error: ""))
        #expect(began.duration(to: clock.now) < .seconds(20))
        #expect(try await container.does("ps | grep -c '[s]leep 60'") == "1\n")
      }
    },
    ConformanceCase("a deadline ends a program and its children", needs: .walls) { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        var command = ContainerCommand(["/bin/sh", "-c", "sleep 71 & sleep 72; echo never"])
        command.deadline = 1
        let clock = ContinuousClock()
        let began = clock.now
        let told = try await container.tell(command)
        #expect(told.end == .timedOut)
        #expect(told.output == "")
        #expect(began.duration(to: clock.now) < .seconds(20))
        #expect(try await container.tell("ps | grep '[s]leep 7'").output == "")
      }
    },
    ConformanceCase("a program of any user may open its streams by their names", needs: .walls) {
      (bench) async throws in
      try await bench.withContainer { (container) async throws in
        let script = "echo out >/dev/stdout; echo err >/dev/stderr"
        #expect(
          try await container.tell(script, user: "1")
            == Told(end: .exited(0), output: "out\n", error: "err\n"))
        var reading = ContainerCommand(["/bin/sh", "-c", "cat </dev/stdin"], user: "1")
        reading.input = Array("in".utf8)
        #expect(try await container.tell(reading).output == "in")
        var onTerminal = ContainerCommand(["/bin/sh", "-c", "echo out >/dev/stdout"], user: "1")
        onTerminal.hasTerminal = true
        #expect(try await container.tell(onTerminal).output == "out\r\n")
      }
    },
    ConformanceCase("a program sees nothing of its deadline") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        func variables(within seconds: Double?) async throws -> Set<Substring> {
          var command = ContainerCommand(["env"])
          command.deadline = seconds
          return Set(try await container.tell(command).output.split(separator: "\n"))
        }
        #expect(try await variables(within: 60) == variables(within: nil))
      }
    },
    ConformanceCase("a deadline that does not pass changes nothing") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        var command = ContainerCommand(["/bin/sh", "-c", "echo done; exit 7"])
        command.deadline = 60
        #expect(try await container.tell(command) == Told(end: .exited(7), output: "done\n", error: ""))
      }
    },
    ConformanceCase("several commands run at once in one container") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        let outputs = try await withThrowingTaskGroup(of: String.self) { group in
          for number in 0..<5 { group.addTask { try await container.does("sleep 0.3; echo \(number)") } }
          return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(outputs == ["0\n", "1\n", "2\n", "3\n", "4\n"])
      }
    },
    ConformanceCase("what one command does is there for the next") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        try await container.does("echo kept >/tmp/a; ln -s a /tmp/b")
        #expect(try await container.does("cat /tmp/b") == "kept\n")
      }
    },
  ]
}

/// When something happened for the first time.
private actor FirstMoment {
  private(set) var moment: ContinuousClock.Instant?

  func note(_ now: ContinuousClock.Instant) { if moment == nil { moment = now } }
}
