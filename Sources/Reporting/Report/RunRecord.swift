/// One run as plain values with resolved places: what every command makes and every writer takes.
///
/// A record outlives its sources and can be merged with others, so nothing in it points back at a file.
package struct RunRecord: Sendable, Hashable {
  package var tool: Tool
  package var subject: Subject
  package var findings: [Finding]
  package var suppressed: [Finding]
  package var builds: [BuildRecord]
  package var assertions: [Assertion]
  package var run: Run
  /// How many files were read by the analysis.
  package var fileCount: Int

  package init(tool: Tool, subject: Subject, run: Run) {
    self.tool = tool
    self.subject = subject
    self.run = run
    findings = []
    suppressed = []
    builds = []
    assertions = []
    fileCount = 0
  }

  package struct Tool: Sendable, Hashable {
    package var name: String
    package var version: String

    package init(name: String = "ovenproof", version: String) {
      self.name = name
      self.version = version
    }
  }

  /// What the run was about, each with a digest where it has one.
  package struct Subject: Sendable, Hashable {
    package var templates: [Artifact] = []
    package var base: Artifact?
    package var image: Artifact?
    package var specs: [Spec] = []

    package init() {}

    package struct Artifact: Sendable, Hashable {
      /// A path or a reference.
      package var name: String
      package var digest: String?

      package init(name: String, digest: String? = nil) {
        self.name = name
        self.digest = digest
      }
    }

    package struct Spec: Sendable, Hashable {
      package var file: String
      package var dialect: String
      package var digest: String?

      package init(file: String, dialect: String, digest: String? = nil) {
        self.file = file
        self.dialect = dialect
        self.digest = digest
      }
    }
  }

  /// The only part with clocks in it.
  package struct Run: Sendable, Hashable {
    /// Seconds since 1970.
    package var started: Int?
    /// Seconds by name: `lint`, `build docker`, `step provision-1`.
    package var durations: [String: Double]
    package var host: String?

    package init(started: Int? = nil, durations: [String: Double] = [:], host: String? = nil) {
      self.started = started
      self.durations = durations
      self.host = host
    }
  }
}

/// A place as it is shown: lines and columns from 1, offsets in bytes, the end exclusive.
package struct Place: Sendable, Hashable {
  package struct Point: Sendable, Hashable {
    package var line: Int
    /// In Unicode scalars.
    package var column: Int
    package var utf16Column: Int
    package var offset: Int

    package init(line: Int, column: Int, utf16Column: Int, offset: Int) {
      self.line = line
      self.column = column
      self.utf16Column = utf16Column
      self.offset = offset
    }
  }

  package var file: String
  package var start: Point
  package var end: Point
  /// The text of the first line.
  package var snippet: String

  package init(file: String, start: Point, end: Point, snippet: String) {
    self.file = file
    self.start = start
    self.end = end
    self.snippet = snippet
  }
}

/// A finding of the analysis.
package struct Finding: Sendable, Hashable {
  package enum Severity: String, Sendable { case error, warning, info }

  package var rule: String
  package var severity: Severity
  package var message: String
  package var help: String?
  package var place: Place
  package var labels: [Note]
  package var notes: [String]
  package var chain: [Note]
  package var fix: Fix?

  /// A place with words: a label, or a link of the chain of callers.
  package struct Note: Sendable, Hashable {
    package var text: String
    package var place: Place

    package init(text: String, place: Place) {
      self.text = text
      self.place = place
    }
  }

  package struct Fix: Sendable, Hashable {
    package struct Edit: Sendable, Hashable {
      package var place: Place
      package var text: String

      package init(place: Place, text: String) {
        self.place = place
        self.text = text
      }
    }

    /// `safe` or `unsafe`.
    package var safety: String
    package var edits: [Edit]

    package init(safety: String, edits: [Edit]) {
      self.safety = safety
      self.edits = edits
    }
  }

  package init(
    rule: String, severity: Severity, message: String, help: String? = nil, place: Place, labels: [Note] = [],
    notes: [String] = [], chain: [Note] = [], fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.help = help
    self.place = place
    self.labels = labels
    self.notes = notes
    self.chain = chain
    self.fix = fix
  }
}

/// A build with what became of its steps.
package struct BuildRecord: Sendable, Hashable {
  package enum Verdict: String, Sendable {
    case done, cached, failed, skipped, blocked
    case notRun = "not-run"
  }

  package struct StepRecord: Sendable, Hashable {
    package var id: String
    package var title: String
    package var verdict: Verdict
    package var exitCode: Int?
    package var origin: Place
    /// The last lines that it printed, secrets masked.
    package var tail: [String]
    /// Why it failed, was skipped or blocked.
    package var message: String?

    package init(
      id: String, title: String, verdict: Verdict, exitCode: Int? = nil, origin: Place, tail: [String] = [],
      message: String? = nil
    ) {
      self.id = id
      self.title = title
      self.verdict = verdict
      self.exitCode = exitCode
      self.origin = origin
      self.tail = tail
      self.message = message
    }
  }

  package var name: String
  package var verdict: Verdict
  package var steps: [StepRecord]
  /// What it made: `Imported Docker image: sha256:…`, paths, pushed references.
  package var artifacts: [String]

  package init(name: String, verdict: Verdict, steps: [StepRecord], artifacts: [String] = []) {
    self.name = name
    self.verdict = verdict
    self.steps = steps
    self.artifacts = artifacts
  }
}

/// An assertion of a spec with its verdict.
package struct Assertion: Sendable, Hashable {
  package var id: String
  package var title: String
  package var dialect: String
  package var resource: String
  package var property: String
  package var verdict: String
  package var expected: String
  package var actual: String
  package var message: String
  package var evidence: [String]
  package var place: Place
  /// The image that was judged, where a record holds several.
  package var image: String?

  package init(
    id: String, title: String, dialect: String, resource: String, property: String, verdict: String,
    expected: String, actual: String, message: String, evidence: [String], place: Place, image: String? = nil
  ) {
    self.id = id
    self.title = title
    self.dialect = dialect
    self.resource = resource
    self.property = property
    self.verdict = verdict
    self.expected = expected
    self.actual = actual
    self.message = message
    self.evidence = evidence
    self.place = place
    self.image = image
  }
}
