import Image
import Observation
import Source
import Testing

@testable import Engine

/// What runs, seen from outside: nothing of the image is run for it.
extension ConformanceCase {
  static let running: [ConformanceCase] = [
    ConformanceCase("a container of its own process is seen, and says how it ended", needs: .walls) {
      (bench) async throws in
      var spec = ContainerSpec()
      spec.process = .own
      spec.network = .none
      spec.entrypoint = ["/bin/sh", "-c"]
      spec.command = [
        "echo out; echo err >&2; echo more >/dev/stdout; trap 'exit 9' TERM; while :; do sleep 0.1; done"
      ]
      try await bench.withContainer(spec) { (container) async throws in
        let logs = try await container.logs(holding: "more", error: "err")
        #expect(String(decoding: logs.output, as: UTF8.self) == "out\nmore\n")
        #expect(String(decoding: logs.error, as: UTF8.self) == "err\n")
        #expect(try await container.mainProcess() == .running)
        let facts = try await container.facts(FactsRequest())
        let first = try #require(facts.processes.first { $0.number == 1 })
        #expect(first.name == "sh" && first.user == 0 && first.arguments.first == "/bin/sh")
        try await container.signal(15)
        #expect(try await container.end() == .ended(9))
      }
    },
    ConformanceCase("a process that ends at once leaves its words and its status", needs: .walls) {
      (bench) async throws in
      for (line, code) in [("exit 0", 0), ("echo bye; exit 3", 3), ("kill -9 $$; exit 1", 1)]
        as [(String, Int32)]
      {
        var spec = ContainerSpec()
        spec.process = .own
        spec.entrypoint = ["/bin/sh", "-c", line]
        try await bench.withContainer(spec) { (container) async throws in
          #expect(try await container.end() == .ended(code), "\(line)")
          let logs = try await container.logs(limit: 1 << 20)
          #expect(String(decoding: logs.output, as: UTF8.self) == (line.hasPrefix("echo") ? "bye\n" : ""))
          await #expect(throws: EngineError.self) { try await container.facts(FactsRequest()) }
        }
      }
    },
    ConformanceCase("files are seen as they are inside, mounts included, or not at all", needs: .walls) {
      (bench) async throws in
      var spec = ContainerSpec()
      spec.tmpfs = ["/scratch"]
      try await bench.withContainer(spec) { (container) async throws in
        try await container.does(
          "echo s >/scratch/s; chown 7:8 /scratch/s; ln -s /scratch/s /link; rm /etc/passwd")
        guard let files = try await container.files() else {
          #expect(
            [.rootless, .rootlessNamespaces].contains(bench.candidate), "users have other numbers there alone"
          )
          return
        }
        let entry = try #require(try files.entry(at: "/scratch/s").value)
        #expect(entry.owner == 7 && entry.group == 8 && entry.size == 2)
        #expect(try files.read("/link", limit: 10).value == Array("s\n".utf8))
        #expect(try files.entry(at: "/etc/passwd") == .absent)
        #expect(try files.entry(at: "/dev/null").value?.kind == .characterDevice)
        #expect(try files.read("/proc/1/comm", limit: 100).value == Array("sh\n".utf8))
      }
    },
    ConformanceCase("ports, mounts, interfaces and the kernel are seen from within", needs: .walls) {
      (bench) async throws in
      var spec = ContainerSpec()
      spec.network = .none
      try await bench.withContainer(spec) { (container) async throws in
        try await container.does("mkdir /www; echo hello >/www/index.html; httpd -p 127.0.0.1:8080 -h /www")
        var wanted = FactsRequest()
        wanted.parameters = ["kernel.ostype", "nosuch.parameter", "kernel.../etc/passwd"]
        wanted.mountPoints = ["/dev/shm"]
        let facts = try await container.facts(wanted)
        #expect(facts.sockets == [ListeningSocket(network: .tcp, address: "127.0.0.1", port: 8080)])
        #expect(facts.mount(at: "/proc")?.fileSystem == "proc")
        #expect(facts.interfaces.map(\.name) == ["lo"])
        #expect(facts.interfaces.first?.addresses.contains("127.0.0.1/8") == true)
        #expect(facts.parameters == ["kernel.ostype": "Linux"])
        #expect(facts.usage["/dev/shm"] == 0)
        #expect(facts.processes.contains { $0.name == "httpd" })
      }
    },
    ConformanceCase("the network is asked as the container sees it", needs: .walls) { (bench) async throws in
      var spec = ContainerSpec()
      spec.network = .none
      try await bench.withContainer(spec) { (container) async throws in
        try await container.does("mkdir /www; echo hello >/www/index.html; httpd -p 127.0.0.1:8080 -h /www")
        func page(_ text: String) async throws -> NetworkAnswer {
          try await container.answer(to: .page(PageRequest(try #require(PageAddress(text)))))
        }
        guard case .page(let answer) = try await page("http://localhost:8080/") else {
          Issue.record("no page")
          return
        }
        #expect(answer.status == 200 && answer.body == Array("hello\n".utf8))
        guard case .page(let missing) = try await page("http://127.0.0.1:8080/none") else {
          Issue.record("no page")
          return
        }
        #expect(missing.status == 404)
        #expect(
          try await page("http://127.0.0.1:1/")
            == .failed(NetworkFailure(.connection, "127.0.0.1:1", "connection refused")))
        let open = AddressQuestion(host: "localhost", port: 8080)
        #expect(try await container.answer(to: .address(open)) == .reached)
        let names = try await container.answer(to: .name(NameQuestion(name: "localhost")))
        #expect(names == .names(["127.0.0.1", "::1"]) || names == .names(["127.0.0.1"]), "\(names)")
      }
    },
    ConformanceCase("what must not gain rights does not") { (bench) async throws in
      var spec = ContainerSpec()
      spec.forbidsNewPrivileges = true
      try await bench.withContainer(spec) { (container) async throws in
        let told = try await container.tell("grep NoNewPrivs /proc/self/status || echo none")
        #expect(told.output == "NoNewPrivs:\t1\n" || bench.candidate.walls == .chroot, "\(told)")
      }
      try await bench.withContainer { (container) async throws in
        let told = try await container.tell("grep NoNewPrivs /proc/self/status || echo none")
        #expect(told.output == "NoNewPrivs:\t0\n" || bench.candidate.walls == .chroot, "\(told)")
      }
    },
    ConformanceCase("a program that takes too long is ended with all that it has started", needs: .walls) {
      (bench) async throws in
      try await bench.withContainer { (container) async throws in
        var command = ContainerCommand([
          "/bin/sh", "-c",
          "(setsid sh -c 'sleep 77 & setsid sleep 77' >/dev/null 2>&1 &) ; trap '' TERM; sleep 77",
        ])
        command.deadline = 0.5
        #expect(try await container.tell(command).end == .timedOut)
        let left = try await container.tell("ps | grep -c '[s]leep 77'")
        #expect(left.output == "0\n", "\(left)")
      }
    },
    ConformanceCase("a program that ends in time leaves what it has started", needs: .walls) {
      (bench) async throws in
      try await bench.withContainer { (container) async throws in
        var command = ContainerCommand(["/bin/sh", "-c", "setsid sleep 66 >/dev/null 2>&1 & exit 4"])
        command.deadline = 20
        #expect(try await container.tell(command).end == .exited(4))
        #expect(try await container.tell("ps | grep -c '[s]leep 66'").output == "1\n")
      }
    },
  ]
}

extension RunningContainer {
  /// The logs once a word is in the output; those of the last moment where it does not come.
  fileprivate func logs(holding word: String, error: String = "") async throws -> ContainerLogs {
    for _ in 0..<200 {
      let logs = try await logs(limit: 1 << 20)
      if String(decoding: logs.output, as: UTF8.self).contains(word),
        error.isEmpty || String(decoding: logs.error, as: UTF8.self).contains(error)
      {
        return logs
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    return try await logs(limit: 1 << 20)
  }

  /// What has become of the main process within some seconds.
  fileprivate func end() async throws -> MainProcess {
    for _ in 0..<250 {
      let state = try await mainProcess()
      if state != .running { return state }
      try await Task.sleep(for: .milliseconds(20))
    }
    return .running
  }
}
