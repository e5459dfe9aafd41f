"""A picture with a point that so many sliders move, in Streamlit."""

import os

import streamlit as st
from plotly.io import read_json

figure = read_json(os.environ["FIGURE"])
place = st.container()
count = int(os.environ["SLIDERS"])
values = [st.slider(f"Statement {n}", 0, 100, 50, 5) for n in range(count)]
lean = 2 * sum(values) / count - 100
figure.data[-1].x = [lean]
place.plotly_chart(figure)
