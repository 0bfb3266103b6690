FROM node:24-slim
WORKDIR /app
COPY . .
RUN npm run setup && npm run build
USER node
ENV NODE_ENV=production
CMD ["node", "apps/graphql/dist/main.js"]
