//! What one AND costs in each state of a run: whole runs among threads, over queues inside the process.
//!
//! All parties share the machine's cores, so the figures are for all of them together.
#![expect(clippy::expect_used, reason = "a bench stops where a run fails")]
use std::thread;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use mpc::channel::{InProcess, in_process};
use mpc::circuit::{Builder, Circuit, Number, Shape, Wire};
use mpc::{Entropy, Error, Parameters, Participation, connect};

/// The greatest of many numbers, each the sum of what all parties entered: the heart of a ranked question.
struct Tournament {
    parties: usize,
    entries: usize,
}

const WIDTH: usize = 16;

impl Circuit for Tournament {
    fn build(&self, builder: &mut Builder<'_>) {
        let mut best = Number(Vec::new());
        for _ in 0..self.entries {
            let next = builder.scope(|builder| {
                let mut sum = Number(builder.inputs(0, WIDTH));
                for party in 1..self.parties {
                    let share = Number(builder.inputs(party, WIDTH));
                    sum = builder.add(&sum, &share, Wire::ZERO);
                }
                let less = builder.less(&best, &sum);
                builder.select_number(less, &sum, &best).0
            });
            best = Number(next);
        }
        builder.output_number(&best);
    }
}

/// How long the slowest party spent in each state: setup, preprocessing, binding, evaluation.
fn run(circuit: &Tournament, shape: &Shape) -> [Duration; 4] {
    let run_id = *blake3::hash(format!("{:?}", Instant::now()).as_bytes()).as_bytes();
    let party = |me: usize, port: InProcess| -> Result<[Duration; 4], Error> {
        let part = Participation { run_id, parties: circuit.parties, me, parameters: Parameters::STANDARD };
        let inputs: Vec<bool> = (0..shape.inputs_of(me)).map(|bit| (bit * 7 + me).is_multiple_of(3)).collect();
        let start = Instant::now();
        let connected = connect(Box::new(port), part, Entropy::from_os()?)?;
        let set_up = Instant::now();
        let preprocessed = connected.preprocess(shape)?;
        let made = Instant::now();
        let bound = preprocessed.bind(circuit)?;
        let fixed = Instant::now();
        bound.evaluate(&inputs)?;
        Ok([set_up - start, made - set_up, fixed - made, fixed.elapsed()])
    };
    thread::scope(|scope| {
        let ports = in_process(circuit.parties).into_iter().enumerate();
        let threads: Vec<_> = ports.map(|(me, port)| scope.spawn(move || party(me, port))).collect();
        let spent = threads.into_iter().map(|thread| thread.join().expect("no party panics").expect("an honest run"));
        spent.reduce(|most, next| std::array::from_fn(|state| most[state].max(next[state]))).expect("a party")
    })
}

fn states(criterion: &mut Criterion) {
    for (parties, entries) in [(2, 2_000), (3, 700)] {
        let circuit = Tournament { parties, entries };
        let shape = Shape::of(&circuit);
        let mut group = criterion.benchmark_group(format!("{parties} parties, {} AND", shape.ands));
        group.sample_size(10).sampling_mode(SamplingMode::Flat).throughput(Throughput::Elements(shape.ands));
        for (state, name) in ["setup", "preprocess", "bind", "evaluate"].into_iter().enumerate() {
            group.bench_function(BenchmarkId::from_parameter(name), |bencher| {
                bencher.iter_custom(|times| (0..times).map(|_| run(&circuit, &shape)[state]).sum());
            });
        }
        group.finish();
    }
}

fn circuits(criterion: &mut Criterion) {
    let circuit = Tournament { parties: 2, entries: 10_000 };
    let mut group = criterion.benchmark_group("circuit");
    group.throughput(Throughput::Elements(Shape::of(&circuit).ands));
    group.bench_function("walk and count", |bencher| bencher.iter(|| Shape::of(&circuit)));
    group.finish();
}

criterion_group!(benches, circuits, states);
criterion_main!(benches);
