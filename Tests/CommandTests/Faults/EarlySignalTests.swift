import Host
import Support
import Testing

/// Signals that come while a build has hardly begun.
@Suite(
  .enabled(if: Program.canBake && Machine.hasProgram("python3")), .serialized, .timeLimit(.minutes(10)))
struct EarlySignalTests {
  /// Starts a build, sends it a signal after some seconds, and prints its exit code, negative for a signal.
  private static let script = """
    import signal, subprocess, sys, time
    number = getattr(signal, "SIG" + sys.argv[2])
    with open("out", "w") as out:
        build = subprocess.Popen([sys.argv[1], "build", "machine.json"], stdin=subprocess.DEVNULL, stdout=out, stderr=out,
            preexec_fn=lambda: signal.signal(number, signal.SIG_DFL))
    time.sleep(float(sys.argv[3]))
    build.send_signal(number)
    print(build.wait())
    """

  @Test(arguments: ["INT", "TERM"])
  func `an interrupted start leaves nothing, and says so by its exit code`(_ name: String) async throws {
    let template = Program.template.replacing("echo hello > /etc/motd", with: "echo hello; sleep 600")
    try await Program.withBase(["machine.json": template]) { program in
      var variables = program.environment
      variables["OVENPROOF_HOME"] = program.folder + "/.home"
      for delay in ["0", "0.001", "0.003", "0.006", "0.01", "0.02", "0.04", "0.08", "0.15", "0.3"] {
        let said = try await Command(
          ["python3", "-c", Self.script, Program.path, name, delay],
          environment: .inherited(adding: variables),
          workingDirectory: program.folder, deadline: 120
        ).output()
        let code = String(decoding: said.output, as: UTF8.self).split(separator: "\n").last.map(String.init)
        // Before it listens, the signal itself ends it, with nothing begun.
        #expect(["130", name == "INT" ? "-2" : "-15"].contains(code), "\(delay): \(code ?? "")")
        #expect(try await program.leftovers() == "", "\(delay)")
        #expect(try await program("clean").output == "nothing was left behind\n", "\(delay)")
      }
    }
  }
}
