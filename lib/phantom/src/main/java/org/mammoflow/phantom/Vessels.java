package org.mammoflow.phantom;

import java.util.ArrayList;
import java.util.List;

/** Ducts that fan out from the nipple and vessels that wander through the fat. */
final class Vessels {
    static final double STEP_MM = 0.25;

    private final Anatomy anatomy;
    private final Draws draws;
    private final Raster threads;

    /** A point on a vessel's wall line with the vessel's width. */
    record Point(double x, double y, double direction, double width) {}

    Vessels(Anatomy anatomy, Draws draws) {
        this.anatomy = anatomy;
        this.draws = draws;
        threads = anatomy.depth().sameSize();
    }

    /** Brightness that ducts and vessels add. */
    Raster threads() {
        return threads;
    }

    void drawDucts() {
        int ducts = draws.count(8, 14);
        for (int i = 0; i < ducts; i++) {
            double direction = StrictMath.PI + draws.between(-1.0, 1.0);
            Point start = new Point(anatomy.nippleX() - 3, anatomy.nippleY(), direction, draws.between(0.5, 1.2));
            branch(start, draws.between(25, 60), draws.between(0.02, 0.05), 3);
        }
    }

    private void branch(Point start, double lengthMm, double height, int generations) {
        List<Point> path = wander(start, lengthMm, height, 0.016);
        if (generations == 0 || path.size() < 20) {
            return;
        }
        Point end = path.get(path.size() - 1);
        for (int turn = -1; turn <= 1; turn += 2) {
            double direction = end.direction() + turn * draws.between(0.15, 0.5);
            Point next = new Point(end.x(), end.y(), direction, end.width() * 0.8);
            branch(next, lengthMm * draws.between(0.4, 0.75), height * 0.85, generations - 1);
        }
    }

    /** Draws vessels and returns their courses, the longest ones first drawn. */
    List<List<Point>> drawVessels() {
        List<List<Point>> courses = new ArrayList<>();
        int vessels = draws.count(4, 8);
        for (int i = 0; i < vessels; i++) {
            double y = anatomy.outline().centreY() + draws.between(-0.75, 0.6) * anatomy.nippleX();
            double direction = draws.between(-0.5, 0.5);
            Point start = new Point(draws.between(2, 30), y, direction, draws.between(0.9, 2.2));
            double height = draws.between(0.035, 0.075);
            List<Point> course = wander(start, draws.between(50, 120), height, 0.022);
            courses.add(course);
            if (draws.chance(0.6) && course.size() > 120) {
                Point fork = course.get(draws.count(40, course.size() - 40));
                double aside = fork.direction() + (draws.chance(0.5) ? 0.45 : -0.45);
                wander(new Point(fork.x(), fork.y(), aside, fork.width() * 0.7), 40, height * 0.8, 0.02);
            }
        }
        return courses;
    }

    private List<Point> wander(Point start, double lengthMm, double height, double restlessness) {
        List<Point> path = new ArrayList<>();
        double turn = 0;
        Point at = start;
        for (double gone = 0; gone < lengthMm; gone += STEP_MM) {
            turn = 0.96 * turn + restlessness * draws.normal() * 0.35;
            double direction = at.direction() + turn * 0.35;
            double x = at.x() + STEP_MM * StrictMath.cos(direction);
            double y = at.y() + STEP_MM * StrictMath.sin(direction);
            double depth = anatomy.depth().at(x, y);
            if (x < 0 || depth < 2.5) {
                break;
            }
            at = new Point(x, y, direction, start.width() * (1 - 0.45 * gone / lengthMm));
            path.add(at);
            threads.thread(x, y, at.width() * 0.6, height);
        }
        return path;
    }
}
